package org.communitysolutions.debtadvice.extract.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.communitysolutions.debtadvice.extract.domain.AccountKind;
import org.communitysolutions.debtadvice.extract.domain.RecoveryStage;

/** Holds a mapping file against what it must say, and names all that is wrong at once. */
final class MappingCheck {

    private static final Map<String, Charset> CHARSETS =
            Map.of("utf-8", StandardCharsets.UTF_8, "windows-1252", Charset.forName("windows-1252"));
    private static final Set<String> DELIMITERS = Set.of(",", ";", "\t", "|");
    private static final LocalDate PROBE = LocalDate.of(2026, Month.FEBRUARY, 28);

    private final MappingFile file;
    private final List<String> wrong = new ArrayList<>();

    private MappingCheck(MappingFile file) {
        this.file = file;
    }

    /**
     * The mapping that the file describes.
     *
     * @param path names the file in errors
     * @throws MappingRefused with everything that is wrong with it
     */
    static ExtractMapping check(String path, String fingerprint, MappingFile file) {
        MappingCheck check = new MappingCheck(file);
        Optional<ExtractMapping> mapping = check.mapping(fingerprint);
        if (mapping.isEmpty() || !check.wrong.isEmpty()) {
            throw new MappingRefused(path, check.wrong);
        }
        return mapping.get();
    }

    private Optional<ExtractMapping> mapping(String fingerprint) {
        require(
                file.name() != null && file.name().matches("[a-z][a-z0-9-]{0,39}"),
                "name must be a code such as generic");
        require(
                file.extract() != null && file.extract().matches("council-tax|rent"),
                "extract must be council-tax or rent");
        require(CHARSETS.containsKey(String.valueOf(file.charset())), "charset must be utf-8 or windows-1252");
        require(DELIMITERS.contains(String.valueOf(file.delimiter())), "delimiter must be one of , ; | or a tab");
        Optional<AmountFormat> amounts = AmountFormat.of(file.amountFormat());
        require(
                amounts.isPresent(),
                "amount-format must be one of " + examples(AmountFormat.values(), AmountFormat::example));
        Optional<DateTimeFormatter> dates = dates();
        require(dates.isPresent(), "date-format must be a pattern with day, month and year, such as dd/MM/uuuu");
        if (!wrong.isEmpty()) {
            return Optional.empty();
        }
        AccountKind kind = AccountKind.of(file.extract());
        return Optional.of(new ExtractMapping(
                file.name(),
                kind,
                fingerprint,
                CHARSETS.get(file.charset()),
                file.delimiter().charAt(0),
                dates.orElseThrow(),
                amounts.orElseThrow(),
                years(kind),
                columns(kind),
                Set.copyOf(file.ignoredColumns()),
                stages(kind)));
    }

    /** Only a pattern that gives back the very date that it wrote says day, month and year without a doubt. */
    private Optional<DateTimeFormatter> dates() {
        try {
            DateTimeFormatter dates = DateTimeFormatter.ofPattern(String.valueOf(file.dateFormat()), Locale.UK)
                    .withResolverStyle(ResolverStyle.STRICT);
            return PROBE.equals(LocalDate.parse(dates.format(PROBE), dates)) ? Optional.of(dates) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private YearFormat years(AccountKind kind) {
        if (kind == AccountKind.RENT) {
            require(file.financialYearFormat() == null, "financial-year-format is of council tax only");
            return null;
        }
        Optional<YearFormat> years = YearFormat.of(file.financialYearFormat());
        require(
                years.isPresent(),
                "financial-year-format must be one of " + examples(YearFormat.values(), YearFormat::example));
        return years.orElse(null);
    }

    private Map<Column, String> columns(AccountKind kind) {
        List<Column> expected = Column.of(kind);
        Map<Column, String> columns = new EnumMap<>(Column.class);
        for (Column column : expected) {
            String called = file.columns().get(column.code());
            if (called != null && !called.isBlank()) {
                columns.put(column, called);
            } else {
                require(column == Column.AS_AT, "columns lacks " + column.code());
            }
        }
        Set<String> unknown = new HashSet<>(file.columns().keySet());
        expected.forEach(column -> unknown.remove(column.code()));
        require(
                unknown.isEmpty(),
                "columns has %s; expected are %s"
                        .formatted(
                                String.join(", ", unknown),
                                expected.stream().map(Column::code).collect(Collectors.joining(", "))));
        Set<String> called = new HashSet<>(columns.values());
        require(called.size() == columns.size(), "two columns have the same name in the file");
        require(file.ignoredColumns().stream().noneMatch(called::contains), "ignored-columns names a column in use");
        return columns;
    }

    private Map<String, RecoveryStage> stages(AccountKind kind) {
        if (kind == AccountKind.RENT) {
            require(file.stages().isEmpty(), "stages are of council tax only");
            return Map.of();
        }
        String known = examples(RecoveryStage.values(), RecoveryStage::code);
        require(!file.stages().isEmpty(), "stages must say which code of the supplier means which of " + known);
        Map<String, RecoveryStage> stages = new HashMap<>();
        file.stages().forEach((code, stage) -> {
            try {
                stages.put(code, RecoveryStage.of(String.valueOf(stage)));
            } catch (IllegalArgumentException e) {
                wrong.add("stages has '%s' for '%s'; expected is one of %s".formatted(stage, code, known));
            }
        });
        return stages;
    }

    private void require(boolean holds, String sentence) {
        if (!holds) {
            wrong.add(sentence);
        }
    }

    private static <T> String examples(T[] values, java.util.function.Function<T, String> example) {
        return Arrays.stream(values).map(example).collect(Collectors.joining(", "));
    }
}

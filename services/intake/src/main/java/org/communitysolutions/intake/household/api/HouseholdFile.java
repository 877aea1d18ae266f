package org.communitysolutions.intake.household.api;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.communitysolutions.intake.household.HouseholdDetails;
import org.communitysolutions.intake.household.ImportHouseholds.Line;
import org.communitysolutions.intake.household.Registration;
import org.communitysolutions.intake.household.Tenure;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.web.Problem;

/** Households as a CSV file lists them; the ward, the tenure and the numbers of people may be left empty. */
final class HouseholdFile implements Iterator<Line> {

    static final List<String> HEADER = List.of("uprn", "occupied_from", "ward", "tenure", "adults", "children");

    private static final Pattern UPRN = Pattern.compile(HouseholdPatterns.UPRN);
    private static final Pattern WARD = Pattern.compile(HouseholdPatterns.WARD);
    private static final Pattern COUNT = Pattern.compile("[0-9]|[1-4][0-9]|50");
    private static final Pattern DATE = Pattern.compile("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}");

    private final CsvLines lines;
    private Optional<CsvLines.Line> upcoming;

    /**
     * Opens the file and reads its header.
     *
     * @throws Problem 400 if the header is another
     */
    HouseholdFile(InputStream file) {
        lines = new CsvLines(file);
        CsvLines.Line header = lines.next().orElseThrow(() -> wrongHeader("The file is empty."));
        if (header.fault().isPresent()) {
            throw wrongHeader("The first line " + header.fault().get() + ".");
        }
        if (!header.fields().equals(HEADER)) {
            throw wrongHeader(header.fields().size() == 1 ? "The separator is a comma." : "The first line is another.");
        }
        upcoming = lines.next();
    }

    @Override
    public boolean hasNext() {
        return upcoming.isPresent();
    }

    @Override
    public Line next() {
        CsvLines.Line line = upcoming.orElseThrow(NoSuchElementException::new);
        upcoming = lines.next();
        if (line.fault().isPresent()) {
            return new Line.Refused(line.number(), line.fault().get());
        }
        if (line.fields().size() != HEADER.size()) {
            return new Line.Refused(
                    line.number(),
                    "has %d fields, expected %d".formatted(line.fields().size(), HEADER.size()));
        }
        return fault(line.fields())
                .<Line>map(fault -> new Line.Refused(line.number(), fault))
                .orElseGet(() -> new Line.Taken(registration(line.fields())));
    }

    private static Optional<String> fault(List<String> fields) {
        if (!UPRN.matcher(fields.get(0)).matches()) {
            return Optional.of("uprn must be 1 to 12 digits");
        }
        if (!isDate(fields.get(1))) {
            return Optional.of("occupied_from must be a date such as 2026-11-21");
        }
        if (!emptyOr(WARD, fields.get(2))) {
            return Optional.of("ward must be a code of 1 to 20 capitals, digits and hyphens");
        }
        if (!fields.get(3).isEmpty() && tenure(fields.get(3)).isEmpty()) {
            return Optional.of("tenure must be one of "
                    + Arrays.stream(Tenure.values()).map(EnumCodes::of).collect(Collectors.joining(", ")));
        }
        if (!emptyOr(COUNT, fields.get(4))) {
            return Optional.of("adults must be a whole number from 0 to 50");
        }
        return emptyOr(COUNT, fields.get(5))
                ? Optional.empty()
                : Optional.of("children must be a whole number from 0 to 50");
    }

    private static Registration registration(List<String> fields) {
        return new Registration(
                fields.get(0),
                LocalDate.parse(fields.get(1)),
                new HouseholdDetails(
                        present(fields.get(2)),
                        tenure(fields.get(3)),
                        present(fields.get(4)).map(Integer::valueOf),
                        present(fields.get(5)).map(Integer::valueOf)));
    }

    private static boolean isDate(String text) {
        try {
            return DATE.matcher(text).matches()
                    && text.equals(LocalDate.parse(text).toString());
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static Optional<Tenure> tenure(String code) {
        return Arrays.stream(Tenure.values())
                .filter(tenure -> EnumCodes.of(tenure).equals(code))
                .findFirst();
    }

    private static boolean emptyOr(Pattern pattern, String text) {
        return text.isEmpty() || pattern.matcher(text).matches();
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static Problem wrongHeader(String found) {
        return new Problem(
                400,
                "wrong-header",
                "This is not a file of households",
                "The first line must be %s in UTF-8. %s".formatted(String.join(",", HEADER), found),
                List.of());
    }
}

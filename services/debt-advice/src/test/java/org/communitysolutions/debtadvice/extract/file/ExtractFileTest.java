package org.communitysolutions.debtadvice.extract.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.communitysolutions.debtadvice.extract.domain.AccountKind;
import org.communitysolutions.debtadvice.extract.domain.Reading;
import org.communitysolutions.debtadvice.extract.file.FileRefused.Reason;
import org.communitysolutions.debtadvice.extract.mapping.ExtractMapping;
import org.communitysolutions.debtadvice.extract.mapping.ExtractMappings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExtractFileTest {

    private static final String HEADER =
            "account_ref,uprn,financial_year,instalment_amount,first_due_date,instalments_due,instalments_paid,balance,recovery_stage,as_at\n";
    private static final String LINE = "CT-1,999900000011,2026-27,142.50,2026-04-01,7,5,285.00,reminder,2026-10-08\n";
    private static final LocalDate EXTRACT_DAY = LocalDate.of(2026, 10, 8);
    private static final Bounds BOUNDS = new Bounds(0, 10_000_000, 1_000_000, 500_000, LocalDate.of(2026, 11, 21));
    private static final ExtractMappings MAPPINGS = new ExtractMappings(
            List.of("generic-council-tax", "generic-rent", "northvale-council-tax", "northvale-rent"),
            Optional.empty());

    @ParameterizedTest
    @EnumSource(AccountKind.class)
    void readsTheSameFactsOutOfBothSuppliersFiles(AccountKind kind) throws IOException {
        List<Reading> generic = readings(sample("generic", kind), mapping("generic", kind), Optional.empty());
        List<Reading> northvale =
                readings(sample("northvale", kind), mapping("northvale", kind), Optional.of(EXTRACT_DAY));

        assertThat(generic).hasSizeGreaterThan(1).isEqualTo(northvale);
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
        assertThat(read("\uFEFF" + HEADER + LINE)).singleElement().isInstanceOf(CheckedLine.Good.class);
    }

    @Test
    void namesLineAndByteOfWhatIsNotUtf8AndHowToDeclareWindows1252() {
        byte[] bytes = (HEADER + LINE + LINE.replace("CT-1", "CT\u00a3")).getBytes(Charset.forName("windows-1252"));

        FileRefused refused = refused(bytes);

        assertThat(refused.reason()).isEqualTo(Reason.UNDECODABLE);
        assertThat(refused)
                .hasMessageContaining("Line 3, byte " + (HEADER.length() + LINE.length() + 3) + " of")
                .hasMessageContaining("0xA3")
                .hasMessageContaining("it would be '\u00a3'")
                .hasMessageContaining("charset: windows-1252");
    }

    @Test
    void findsTheByteAlsoBeyondTheFirstBuffer() {
        String many = LINE.repeat(2000);
        byte[] bytes = (HEADER + many + "\u00e9").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refused(bytes))
                .hasMessageContaining("Line 2,002, byte %,d of".formatted(HEADER.length() + many.length() + 1));
    }

    @Test
    void knowsUtf16ByItsMark() {
        assertThat(refused((HEADER + LINE).getBytes(StandardCharsets.UTF_16)))
                .hasMessageContaining("byte order mark of UTF-16");
    }

    @Test
    void saysWhichColumnsAreMissingAndWhichAreNotKnown() {
        FileRefused refused = refused(HEADER.replace("balance", "saldo").replace("uprn", "account_ref") + LINE);

        assertThat(refused.reason()).isEqualTo(Reason.WRONG_HEADER);
        assertThat(refused)
                .hasMessageContaining("missing: uprn, balance")
                .hasMessageContaining("not known: saldo")
                .hasMessageContaining("there twice: account_ref")
                .hasMessageContaining("expects account_ref, uprn,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"; ';'", "| '|'"})
    void saysWhichDelimiterSeemsToBeUsed(String delimiter, String named) {
        FileRefused refused = refused(HEADER.replace(",", delimiter) + LINE.replace(",", delimiter));

        assertThat(refused.reason()).isEqualTo(Reason.WRONG_DELIMITER);
        assertThat(refused).hasMessageContaining("by '" + delimiter + "'").hasMessageContaining("says ','");
        assertThat(named).contains(delimiter);
    }

    @Test
    void saysThatATabSeemsToBeUsed() {
        assertThat(refused(HEADER.replace(',', '\t'))).hasMessageContaining("delimited by a tab");
    }

    @Test
    void takesQuotedLineBreaksAndCountsLinesAsAnEditorDoes() throws IOException {
        String withNote = "\"CT\n-2\"" + LINE.substring(4);

        List<CheckedLine> lines = read(HEADER + LINE + withNote + "\n\n" + LINE.replace("CT-1", "CT-3"));

        assertThat(lines).extracting(CheckedLine::number).containsExactly(2, 3, 7);
        assertThat(bad(lines.get(1)).refusal().code()).isEqualTo("not-account-reference");
        assertThat(lines.get(2)).isInstanceOf(CheckedLine.Good.class);
    }

    @Test
    void refusesAFileThatEndsWithinAQuote() {
        FileRefused refused = refused(HEADER + LINE + "\"CT-2,999900000012,2026-27\nCT-3");

        assertThat(refused.reason()).isEqualTo(Reason.UNTERMINATED_QUOTE);
        assertThat(refused).hasMessageContaining("begins on line 3");
    }

    @Test
    void refusesAQuoteThatIsNeverClosedBeforeItFillsTheMemory() {
        ReceivedBytes bytes = new ReceivedBytes(endless(HEADER + LINE + "\"CT-2,", LINE), Long.MAX_VALUE);

        FileRefused refused = catchThrowableOfType(FileRefused.class, () -> all(bytes, generic(), Optional.empty()));

        assertThat(refused.reason()).isEqualTo(Reason.UNTERMINATED_QUOTE);
        assertThat(bytes.count()).isLessThan(1_000_000);
    }

    @Test
    void refusesTextAfterAClosingQuote() {
        FileRefused refused = refused(HEADER + "\"CT-1\"x" + LINE.substring(4));

        assertThat(refused.reason()).isEqualTo(Reason.MALFORMED_CSV);
        assertThat(refused).hasMessageContaining("Line 2");
    }

    @ParameterizedTest
    @CsvSource({"20", "73", "1"})
    void refusesAFileThatIsCutOffWithinALine(int kept) {
        FileRefused refused = refused(HEADER + LINE + LINE.substring(0, kept));

        assertThat(refused.reason()).isEqualTo(Reason.CUT_OFF);
        assertThat(refused).hasMessageContaining("The last line, 3,").hasMessageContaining("send it again whole");
    }

    @Test
    void takesACompleteLastLineWithoutALineEndAndWarns() throws IOException {
        ExtractFile file =
                file((HEADER + LINE + LINE.replace("CT-1", "CT-2").strip()).getBytes(StandardCharsets.UTF_8));

        assertThat(file.next()).isPresent();
        assertThat(file.next()).containsInstanceOf(CheckedLine.Good.class);
        assertThat(file.next()).isEmpty();
        assertThat(file.warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("The last line, 3,"));
    }

    @Test
    void warnsOfAFileWithoutLinesAndRefusesOneWithoutAHeader() throws IOException {
        ExtractFile file = file(HEADER.getBytes(StandardCharsets.UTF_8));

        assertThat(file.next()).isEmpty();
        assertThat(file.warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("no lines"));
        assertThat(refused("").reason()).isEqualTo(Reason.EMPTY_FILE);
        assertThat(refused("\uFEFF").reason()).isEqualTo(Reason.EMPTY_FILE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "999900000011|9999000000112|uprn|not-uprn",
                "999900000011||uprn|not-uprn",
                "2026-27|2026-28|financial_year|not-a-financial-year",
                "2026-27|26|financial_year|not-a-financial-year",
                "142.50|-142.50|instalment_amount|negative-amount",
                "142.50|142.5|instalment_amount|not-an-amount",
                "142.50|20000.00|instalment_amount|absurd-amount",
                "142.50|0.00|instalment_amount|nothing-to-miss",
                "285.00|-0.01|balance|negative-amount",
                "285.00|100000.01|balance|absurd-amount",
                "285.00|99999999999999.00|balance|not-an-amount",
                "285.00|£285.00|balance|not-an-amount",
                "2026-04-01|2026-02-30|first_due_date|not-a-date",
                "2026-04-01|01/04/2026|first_due_date|not-a-date",
                "2026-04-01|2027-04-01|first_due_date|outside-the-year",
                ",7,5,|,5,7,|instalments_paid|more-paid-than-due",
                ",7,5,|,13,5,|instalments_due|not-a-count",
                ",7,5,|,-1,5,|instalments_due|not-a-count",
                ",7,5,|,12,5,|instalments_due|due-ahead-of-date",
                "reminder|bailiff|recovery_stage|unknown-stage",
                "2026-10-08|2026-10-32|as_at|not-a-date",
                "2026-10-08|2026-11-22|as_at|absurd-date",
                "2026-10-08|2006-10-08|as_at|absurd-date",
                "CT-1|<b>|account_ref|not-account-reference",
                "CT-1,|CT-1,x,||wrong-number-of-fields",
            })
    void refusesALineForItsFirstWrongFieldAndQuotesNothingOfIt(String good, String wrong, String field, String code)
            throws IOException {
        String line = LINE.replace(good, wrong == null ? "" : wrong);

        List<CheckedLine> lines = read(HEADER + line + LINE);

        CheckedLine.Bad bad = bad(lines.getFirst());
        assertThat(bad.refusal().code()).isEqualTo(code);
        assertThat(bad.refusal().field()).isEqualTo(field == null ? "" : field);
        if (wrong != null && wrong.length() > 4) {
            assertThat(bad.refusal().sentence()).doesNotContain(wrong);
        }
        assertThat(lines.get(1)).isInstanceOf(CheckedLine.Good.class);
    }

    @Test
    void takesNoMoreBytesThanItsLimit() {
        ReceivedBytes bytes = new ReceivedBytes(stream((HEADER + LINE).getBytes(StandardCharsets.UTF_8)), 200);

        assertThatThrownBy(() -> all(bytes, generic(), Optional.empty()))
                .isInstanceOfSatisfying(FileRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.TOO_LARGE))
                .hasMessageContaining("200 bytes");
    }

    @Test
    void knowsTheSha256OfTheFile() throws IOException {
        ReceivedBytes bytes = new ReceivedBytes(stream(HEADER.getBytes(StandardCharsets.UTF_8)), 1000);

        all(bytes, generic(), Optional.empty());

        assertThat(bytes.sha256()).isEqualTo("604b35371aad2b24fbf6ed3543522428d1f2b38c38c122c8714d2dc2116ffc24");
        assertThat(bytes.count()).isEqualTo(HEADER.length());
    }

    private static CheckedLine.Bad bad(CheckedLine line) {
        assertThat(line).isInstanceOf(CheckedLine.Bad.class);
        return (CheckedLine.Bad) line;
    }

    private static FileRefused refused(String text) {
        return refused(text.getBytes(StandardCharsets.UTF_8));
    }

    private static FileRefused refused(byte[] bytes) {
        return catchThrowableOfType(
                FileRefused.class,
                () -> all(new ReceivedBytes(stream(bytes), Long.MAX_VALUE), generic(), Optional.empty()));
    }

    private static List<CheckedLine> read(String text) throws IOException {
        return all(
                new ReceivedBytes(stream(text.getBytes(StandardCharsets.UTF_8)), Long.MAX_VALUE),
                generic(),
                Optional.empty());
    }

    private static List<Reading> readings(InputStream file, ExtractMapping mapping, Optional<LocalDate> asAt)
            throws IOException {
        List<Reading> readings = new ArrayList<>();
        for (CheckedLine line : all(new ReceivedBytes(file, Long.MAX_VALUE), mapping, asAt)) {
            assertThat(line).isInstanceOf(CheckedLine.Good.class);
            readings.add(((CheckedLine.Good) line).reading());
        }
        return readings;
    }

    private static List<CheckedLine> all(ReceivedBytes bytes, ExtractMapping mapping, Optional<LocalDate> asAt)
            throws IOException {
        ExtractFile file = new ExtractFile(bytes, mapping, BOUNDS, asAt);
        List<CheckedLine> lines = new ArrayList<>();
        for (Optional<CheckedLine> line = file.next(); line.isPresent(); line = file.next()) {
            lines.add(line.get());
        }
        return lines;
    }

    private static ExtractFile file(byte[] bytes) throws IOException {
        return new ExtractFile(new ReceivedBytes(stream(bytes), Long.MAX_VALUE), generic(), BOUNDS, Optional.empty());
    }

    private static ExtractMapping generic() {
        return mapping("generic", AccountKind.COUNCIL_TAX);
    }

    private static ExtractMapping mapping(String name, AccountKind kind) {
        return MAPPINGS.find(kind, name).orElseThrow();
    }

    private static InputStream sample(String supplier, AccountKind kind) {
        return ExtractFileTest.class.getResourceAsStream("/extracts/%s-%s.csv".formatted(supplier, kind.code()));
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /** Begins in some way and then goes on for ever. */
    @SuppressWarnings("JdkObsolete") // SequenceInputStream asks for an Enumeration
    private static InputStream endless(String begin, String rest) {
        Iterator<InputStream> parts = Stream.concat(Stream.of(begin), Stream.generate(() -> rest))
                .map(text -> stream(text.getBytes(StandardCharsets.UTF_8)))
                .iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return parts.next();
            }
        });
    }
}

package org.communitysolutions.intake.household.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.communitysolutions.intake.household.HouseholdDetails;
import org.communitysolutions.intake.household.ImportHouseholds.Line;
import org.communitysolutions.intake.household.Registration;
import org.communitysolutions.intake.household.Tenure;
import org.communitysolutions.shared.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HouseholdFileTest {

    private static final String HEADER = "uprn,occupied_from,ward,tenure,adults,children\n";

    @Test
    void readsALineWithEverythingAndALineWithNothingMoreThanItNeeds() {
        List<Line> lines = read(HEADER + "999900000017,2026-04-01,NB-03,private-rent,2,0\n999900000018,2026-04-02,,,,");

        assertThat(lines)
                .containsExactly(
                        new Line.Taken(new Registration(
                                "999900000017",
                                LocalDate.of(2026, 4, 1),
                                new HouseholdDetails(
                                        Optional.of("NB-03"),
                                        Optional.of(Tenure.PRIVATE_RENT),
                                        Optional.of(2),
                                        Optional.of(0)))),
                        new Line.Taken(
                                new Registration("999900000018", LocalDate.of(2026, 4, 2), HouseholdDetails.UNKNOWN)));
    }

    @Test
    void readsAByteOrderMarkWindowsLineEndsQuotationMarksAndBlankLines() {
        List<Line> lines = read("\uFEFF" + HEADER.replace("\n", "\r\n")
                + "\"1\",\"2026-04-01\",\"NB-03\",\"owner\",\"1\",\"2\"\r\n\r\n 2 , 2026-04-01 ,,,, \r\n");

        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).isInstanceOf(Line.Taken.class));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12a,2026-04-01,,,,|uprn must be 1 to 12 digits",
                "1234567890123,2026-04-01,,,,|uprn must be 1 to 12 digits",
                "1,2026-02-30,,,,|occupied_from must be a date such as 2026-11-21",
                "1,01/04/2026,,,,|occupied_from must be a date such as 2026-11-21",
                "1,9999-01-01,,,,|occupied_from must be a date such as 2026-11-21",
                "1,2026-04-01,north bank,,,|ward must be a code of 1 to 20 capitals, digits and hyphens",
                "1,2026-04-01,,castle,,|tenure must be one of private-rent, council-rent, housing-association, owner, temporary, none",
                "1,2026-04-01,,,-1,|adults must be a whole number from 0 to 50",
                "1,2026-04-01,,,,51|children must be a whole number from 0 to 50",
                "1,2026-04-01,,,|has 5 fields, expected 6",
                "1,2026-04-01,\"a,b\",,,|has 7 fields, expected 6",
                "1;2026-04-01;;;;|has 1 fields, expected 6"
            })
    void refusesALineWithItsNumberAndWhatIsWrong(String line, String reason) {
        assertThat(read(HEADER + "1,2026-04-01,,,,\n" + line + "\n2,2026-04-01,,,,\n"))
                .element(1)
                .isEqualTo(new Line.Refused(3, reason));
    }

    @Test
    void refusesALineInAnotherEncodingAndReadsTheNext() {
        List<Line> lines =
                read(HEADER + "1,2026-04-01,Cr\u00E8me,,,\n2,2026-04-01,,,,\n", Charset.forName("windows-1252"));

        assertThat(lines.get(0)).isEqualTo(new Line.Refused(2, "is not in UTF-8"));
        assertThat(lines.get(1)).isInstanceOf(Line.Taken.class);
    }

    @Test
    void refusesALineWithoutEndAndKeepsNoneOfIt() {
        List<Line> lines = read(HEADER + "x".repeat(5_000_000) + "\n2,2026-04-01,,,,\n");

        assertThat(lines.get(0)).isEqualTo(new Line.Refused(2, "is longer than 1000 bytes"));
        assertThat(lines.get(1)).isInstanceOf(Line.Taken.class);
    }

    @Test
    void takesALineThatTheFileBreaksOffInForWhatItIs() {
        assertThat(read(HEADER + "1,2026-04-01,,,,\n2,2026-0"))
                .element(1)
                .isEqualTo(new Line.Refused(3, "has 2 fields, expected 6"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "uprn;occupied_from;ward;tenure;adults;children\n1;2026-04-01;;;;\n",
                "account,uprn\n1,2\n",
                "1,2026-04-01,,,,\n"
            })
    void refusesAFileWithAnotherHeader(String file) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(file))
                .withMessageContaining(
                        "The first line must be uprn,occupied_from,ward,tenure,adults,children in UTF-8.");
    }

    @Test
    void refusesAFileInUtf16() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(HEADER, StandardCharsets.UTF_16))
                .withMessageContaining("is not in UTF-8");
    }

    private static List<Line> read(String file) {
        return read(file, StandardCharsets.UTF_8);
    }

    private static List<Line> read(String file, Charset encoding) {
        InputStream bytes = new ByteArrayInputStream(file.getBytes(encoding));
        List<Line> lines = new ArrayList<>();
        new HouseholdFile(bytes).forEachRemaining(lines::add);
        return lines;
    }
}

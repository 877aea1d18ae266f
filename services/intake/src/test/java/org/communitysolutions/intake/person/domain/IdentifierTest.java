package org.communitysolutions.intake.person.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

    @Property
    void takesEveryNinoThatFollowsTheRules(@ForAll("ninos") String nino) {
        assertThat(Identifier.read("nino", nino)).contains(new Identifier("nino", nino));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DA123456A", "FA123456A", "IA123456A", "QA123456A", "UA123456A", "VA123456A", "AD123456A", "AO123456A",
                "BG123456A", "GB123456A", "KN123456A", "NK123456A", "NT123456A", "TN123456A", "ZZ123456A", "AB12345A",
                "AB1234567A", "AB123456E", "AB123456", "", "AB 12 34 56 A 1"
            })
    void refusesWhatIsNoNino(String written) {
        assertThat(Identifier.read("nino", written)).isEmpty();
    }

    @Test
    void readsANinoAsPeopleWriteIt() {
        assertThat(Identifier.read("nino", "ab 12 34 56 c")).contains(new Identifier("nino", "AB123456C"));
    }

    @Test
    void readsAnNhsNumberAsPeopleWriteIt() {
        assertThat(Identifier.read("nhs-number", "943 476 5919")).contains(new Identifier("nhs-number", "9434765919"));
    }

    @Property
    void takesAnNhsNumberWithTheRightDigitAndNoOther(@ForAll @IntRange(max = 999_999_999) int nine) {
        String first = "%09d".formatted(nine);
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += Character.digit(first.charAt(i), 10) * (10 - i);
        }
        int right = (11 - sum % 11) % 11;
        for (int digit = 0; digit <= 9; digit++) {
            assertThat(Identifier.read("nhs-number", first + digit).isPresent()).isEqualTo(digit == right);
        }
    }

    @Property
    void noticesOneDigitOfAnNhsNumberThatIsWrong(
            @ForAll("nhsNumbers") String right,
            @ForAll @IntRange(max = 9) int at,
            @ForAll @IntRange(max = 9) int other) {
        String wrong = right.substring(0, at) + other + right.substring(at + 1);

        assertThat(Identifier.read("nhs-number", wrong).isPresent()).isEqualTo(wrong.equals(right));
    }

    @Property
    void neverFailsWhateverIsWritten(@ForAll String written) {
        for (String system : new String[] {"nino", "nhs-number", "housing-system"}) {
            Identifier.read(system, written).ifPresent(read -> assertThat(Identifier.read(system, read.value()))
                    .contains(read));
        }
    }

    @Provide
    Arbitrary<String> ninos() {
        Arbitrary<Character> first = Arbitraries.of("ABCEGHJKLMNOPRSTWXYZ".toCharArray());
        Arbitrary<Character> second = Arbitraries.of("ABCEGHJKLMNPRSTWXYZ".toCharArray());
        Arbitrary<Character> suffix = Arbitraries.of('A', 'B', 'C', 'D');
        return Combinators.combine(first, second, Arbitraries.integers().between(0, 999_999), suffix)
                .as((a, b, digits, end) -> "%c%c%06d%c".formatted(a, b, digits, end))
                .filter(nino -> !nino.matches("(BG|GB|KN|NK|NT|TN|ZZ).*"));
    }

    @Provide
    Arbitrary<String> nhsNumbers() {
        return Arbitraries.longs()
                .between(0, 9_999_999_999L)
                .map("%010d"::formatted)
                .filter(number -> Identifier.read("nhs-number", number).isPresent());
    }
}

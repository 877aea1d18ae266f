package org.communitysolutions.debtadvice.extract.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.communitysolutions.debtadvice.extract.domain.AccountKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractMappingsTest {

    private static final String RENT = """
            name: southmere
            extract: rent
            charset: utf-8
            delimiter: "|"
            date-format: dd/MM/uuuu
            amount-format: "1234.56"
            columns:
              account-reference: A
              uprn: U
              weekly-rent: W
              balance: B
            """;

    @TempDir
    Path folder;

    @Test
    void takesAMappingFromTheConfiguredFolderBesideThoseThatComeWithTheService() throws IOException {
        ExtractMappings mappings = with(RENT);

        assertThat(mappings.names(AccountKind.RENT)).containsExactly("generic", "southmere");
        assertThat(mappings.find(AccountKind.RENT, "southmere"))
                .hasValueSatisfying(mapping -> assertThat(mapping.saysItsDay()).isFalse());
        assertThat(mappings.find(AccountKind.COUNCIL_TAX, "southmere")).isEmpty();
    }

    @Test
    void refusesAKeyThatItDoesNotKnowAndSaysWhichItKnows() {
        assertRefused(RENT + "quote: x\n", "southmere.yaml", "no key 'quote'", "amount-format");
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        String wrong = RENT.replace("dd/MM/uuuu", "dd/MM")
                .replace("\"1234.56\"", "\"1234,56\"")
                .replace("utf-8", "latin");

        assertRefused(wrong, "date-format", "amount-format must be one of 1234.56, 1,234.56", "charset must be utf-8");
    }

    @Test
    void namesAColumnThatIsMissingAndOneThatMeansNothing() {
        assertRefused(
                RENT.replace("  balance: B\n", "  band: B\n"),
                "columns lacks balance",
                "columns has band; expected are account-reference, uprn, weekly-rent, balance, as-at");
    }

    @Test
    void refusesStagesThatDoNotExistAndTwoColumnsOfOneName() {
        String councilTax = """
                name: southmere
                extract: council-tax
                charset: utf-8
                delimiter: ","
                date-format: uuuu-MM-dd
                amount-format: "1234.56"
                financial-year-format: "2026"
                columns: {account-reference: A, uprn: A, financial-year: Y, instalment-amount: I, first-due-date: F,
                          instalments-due: D, instalments-paid: P, balance: B, recovery-stage: S}
                stages: {X: bailiffs}
                """;

        assertRefused(councilTax, "'bailiffs' for 'X'", "liability-order", "two columns have the same name");
    }

    @Test
    void refusesASecondMappingOfTheSameName() {
        assertRefused(RENT.replace("southmere", "generic"), "there is already a mapping 'generic' for rent");
    }

    @Test
    void refusesWhatIsNotYaml() {
        assertRefused("name: [", "southmere.yaml", "not YAML");
    }

    private void assertRefused(String yaml, String... named) {
        assertThatThrownBy(() -> with(yaml))
                .isInstanceOf(MappingRefused.class)
                .message()
                .contains(named);
    }

    private ExtractMappings with(String yaml) throws IOException {
        Files.writeString(folder.resolve("southmere.yaml"), yaml);
        return new ExtractMappings(List.of("generic-council-tax", "generic-rent"), Optional.of(folder));
    }
}

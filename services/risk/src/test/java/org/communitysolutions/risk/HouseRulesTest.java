package org.communitysolutions.risk;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Instant;
import java.time.LocalDate;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("org.communitysolutions.risk");
    }

    @Test
    void publishesAndConsumesWhatTheContractsSay() {
        EventContracts.check("risk", "org.communitysolutions.risk");
    }

    /** What decides about households is plain Java: no clock, no database, no framework. */
    @Test
    void evaluatesInPlainJava() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.communitysolutions.risk.rules");
        ArchRuleDefinition.classes()
                .that()
                .resideInAPackage("org.communitysolutions.risk.rules")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.communitysolutions.risk.rules")
                .check(classes);
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("org.communitysolutions.risk.rules")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .check(classes);
    }
}

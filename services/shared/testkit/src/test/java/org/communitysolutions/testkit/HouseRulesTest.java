package org.communitysolutions.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("org.communitysolutions.planted");

    static Stream<Arguments> violations() {
        return Stream.of(
                Arguments.of(HouseRules.domainIsJava(), List.of("SeesMutiny")),
                Arguments.of(HouseRules.oneDoor(), List.of("ReadsRows")),
                Arguments.of(HouseRules.adaptersNeverMeet(), List.of("ReadsRows", "AnswersRequests")),
                Arguments.of(HouseRules.featuresById(), List.of("KnowsTheInside")),
                Arguments.of(HouseRules.servicesNeverMeet(), List.of("CallsAnotherService")),
                Arguments.of(HouseRules.namesSaySomething(), List.of("NoticeHelper")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("violations")
    void findsThePlantedViolationAndNoOther(ArchRule rule, List<String> culprits) {
        List<String> details = rule.evaluate(PLANTED).getFailureReport().getDetails();

        assertThat(details).hasSize(culprits.size());
        for (String culprit : culprits) {
            assertThat(details).anyMatch(detail -> detail.contains("." + culprit));
        }
    }

    @Test
    void provesEveryRule() {
        assertThat(violations()).hasSameSizeAs(HouseRules.all());
    }

    @Test
    void doesNotPassWhereThereIsNothingToCheck() {
        assertThatThrownBy(() -> HouseRules.check("org.communitysolutions.nowhere"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nothing");
    }
}

package org.communitysolutions.intake.disclosure.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.disclosure.Disclosure;
import org.communitysolutions.intake.disclosure.domain.DashScore;
import org.communitysolutions.intake.safecontact.SafeContact;

/** A disclosure as a specialist sees it: how to reach the person safely comes first. */
record DisclosureView(
        UUID id,
        Optional<SafeContact> safeContact,
        UUID householdId,
        UUID personId,
        Optional<String> words,
        Optional<Integer> dashScore,
        Optional<Boolean> judgedHighRisk,
        boolean escalated,
        boolean highRisk,
        Threshold threshold,
        boolean childrenInHousehold,
        Instant recordedAt,
        String recordedBy) {

    /** What counted as high risk by score on that day, and where that is laid down. */
    record Threshold(int ticks, String source) {}

    static DisclosureView of(Disclosure disclosure) {
        return new DisclosureView(
                disclosure.id(),
                disclosure.safeContact(),
                disclosure.householdId(),
                disclosure.personId(),
                disclosure.words(),
                disclosure.assessment().score().map(DashScore::ticks),
                disclosure.assessment().judgedHigh(),
                disclosure.assessment().escalated(),
                disclosure.highRisk(),
                new Threshold(
                        disclosure.threshold().ticks(), disclosure.threshold().source()),
                disclosure.childrenInHousehold(),
                disclosure.recordedAt(),
                disclosure.recordedBy());
    }
}

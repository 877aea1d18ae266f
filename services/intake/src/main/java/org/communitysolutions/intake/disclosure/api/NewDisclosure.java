package org.communitysolutions.intake.disclosure.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.disclosure.RecordDisclosure;
import org.communitysolutions.intake.disclosure.domain.DashScore;
import org.communitysolutions.intake.disclosure.domain.RiskAssessment;
import org.communitysolutions.intake.safecontact.SafeContact;
import org.communitysolutions.shared.web.PlainText;

/**
 * What someone told of domestic abuse.
 *
 * @param personId who suffers it
 * @param words what they said
 * @param dashScore ticks on the DASH checklist, if it was taken
 * @param judgedHighRisk what the worker judges; a score never lowers it
 * @param escalated whether what happens grows more frequent or more severe
 * @param childrenInHousehold whether children live there; left out, the registry is asked
 * @param safeContact how the person can be reached without harm
 */
record NewDisclosure(
        @NotNull UUID householdId,
        @NotNull UUID personId,
        @PlainText(max = 4_000) String words,
        @Min(0) @Max(DashScore.QUESTIONS) Integer dashScore,
        Boolean judgedHighRisk,
        Boolean escalated,
        Boolean childrenInHousehold,
        @Valid SafeContact safeContact) {

    RecordDisclosure.Told told() {
        RiskAssessment assessment = new RiskAssessment(
                Optional.ofNullable(dashScore).map(DashScore::new),
                Optional.ofNullable(judgedHighRisk),
                Optional.ofNullable(escalated).orElse(false));
        return new RecordDisclosure.Told(
                householdId,
                personId,
                Optional.ofNullable(words),
                assessment,
                Optional.ofNullable(childrenInHousehold),
                Optional.ofNullable(safeContact));
    }
}

package org.communitysolutions.intake.disclosure;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.disclosure.domain.DashThreshold;
import org.communitysolutions.intake.disclosure.domain.RiskAssessment;
import org.communitysolutions.intake.safecontact.SafeContact;

/**
 * Someone told of domestic abuse (Domestic Abuse Act 2021 s1). Restricted.
 *
 * @param personId who suffers it
 * @param words what they said, if it was written down
 * @param threshold what counted as high risk by score on that day
 * @param highRisk what came of the assessment
 * @param childrenInHousehold whether children live there, who are victims too (s3)
 */
public record Disclosure(
        UUID id,
        UUID householdId,
        UUID personId,
        Optional<String> words,
        RiskAssessment assessment,
        DashThreshold threshold,
        boolean highRisk,
        boolean childrenInHousehold,
        Optional<SafeContact> safeContact,
        Instant recordedAt,
        String recordedBy) {}

package org.communitysolutions.intake.disclosure.persistence;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.disclosure.Disclosure;
import org.communitysolutions.intake.disclosure.domain.DashScore;
import org.communitysolutions.intake.disclosure.domain.DashThreshold;
import org.communitysolutions.intake.disclosure.domain.RiskAssessment;
import org.communitysolutions.intake.safecontact.SafeContactColumns;

@Entity
@Table(name = "disclosure")
class DisclosureRow {

    @Id
    UUID id;

    UUID householdId;
    UUID personId;
    String words;
    Integer dashScore;
    Boolean judgedHighRisk;
    boolean escalated;
    boolean highRisk;
    int thresholdScore;
    String thresholdSource;
    boolean childrenInHousehold;

    @Embedded
    SafeContactColumns safeContact;

    Instant recordedAt;
    String recordedBy;
    boolean restricted;

    static DisclosureRow of(Disclosure disclosure) {
        DisclosureRow row = new DisclosureRow();
        row.id = disclosure.id();
        row.householdId = disclosure.householdId();
        row.personId = disclosure.personId();
        row.words = disclosure.words().orElse(null);
        row.dashScore = disclosure.assessment().score().map(DashScore::ticks).orElse(null);
        row.judgedHighRisk = disclosure.assessment().judgedHigh().orElse(null);
        row.escalated = disclosure.assessment().escalated();
        row.highRisk = disclosure.highRisk();
        row.thresholdScore = disclosure.threshold().ticks();
        row.thresholdSource = disclosure.threshold().source();
        row.childrenInHousehold = disclosure.childrenInHousehold();
        row.safeContact = SafeContactColumns.of(disclosure.safeContact());
        row.recordedAt = disclosure.recordedAt();
        row.recordedBy = disclosure.recordedBy();
        row.restricted = true;
        return row;
    }

    Disclosure disclosure() {
        return new Disclosure(
                id,
                householdId,
                personId,
                Optional.ofNullable(words),
                new RiskAssessment(
                        Optional.ofNullable(dashScore).map(DashScore::new),
                        Optional.ofNullable(judgedHighRisk),
                        escalated),
                new DashThreshold(thresholdScore, thresholdSource),
                highRisk,
                childrenInHousehold,
                SafeContactColumns.contact(safeContact),
                recordedAt,
                recordedBy);
    }
}

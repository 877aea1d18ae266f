package org.communitysolutions.intake.need.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.need.HouseholdNeed;
import org.communitysolutions.intake.need.Need;
import org.communitysolutions.intake.need.Severity;

@Entity
@Table(name = "need")
class NeedRow {

    @Id
    UUID id;

    UUID householdId;
    UUID personId;

    @Enumerated(EnumType.STRING)
    Need need;

    @Enumerated(EnumType.STRING)
    Severity severity;

    Instant identifiedAt;
    Instant resolvedAt;

    @Version
    long version;

    static NeedRow of(HouseholdNeed need) {
        NeedRow row = new NeedRow();
        row.id = need.id();
        row.householdId = need.householdId();
        row.personId = need.personId().orElse(null);
        row.need = need.need();
        row.identifiedAt = need.identifiedAt();
        row.set(need);
        return row;
    }

    void set(HouseholdNeed changed) {
        severity = changed.severity();
        resolvedAt = changed.resolvedAt().orElse(null);
    }

    HouseholdNeed need() {
        return new HouseholdNeed(
                id,
                householdId,
                Optional.ofNullable(personId),
                need,
                severity,
                identifiedAt,
                Optional.ofNullable(resolvedAt));
    }
}

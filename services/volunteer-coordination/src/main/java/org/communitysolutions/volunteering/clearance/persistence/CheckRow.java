package org.communitysolutions.volunteering.clearance.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.volunteering.clearance.KeptCheck;
import org.communitysolutions.volunteering.clearance.domain.Asked;
import org.communitysolutions.volunteering.clearance.domain.Check;
import org.communitysolutions.volunteering.clearance.domain.CheckLevel;
import org.communitysolutions.volunteering.clearance.domain.CheckState;
import org.communitysolutions.volunteering.clearance.domain.Cleared;
import org.communitysolutions.volunteering.clearance.domain.NotCleared;
import org.communitysolutions.volunteering.clearance.domain.Workforce;

@Entity
@Table(name = "volunteer_check")
class CheckRow {

    @Id
    UUID id;

    UUID volunteerId;
    String role;

    @Enumerated(EnumType.STRING)
    CheckLevel level;

    @Enumerated(EnumType.STRING)
    Workforce workforce;

    LocalDate askedOn;
    LocalDate issuedOn;
    LocalDate notClearedOn;
    Instant recordedAt;

    @Version
    long version;

    static CheckRow of(Asked asked, Instant recordedAt) {
        Check check = asked.check();
        CheckRow row = new CheckRow();
        row.id = check.id();
        row.volunteerId = check.volunteerId();
        row.role = check.role();
        row.level = check.level();
        row.workforce = check.workforce().orElse(null);
        row.askedOn = check.askedOn();
        row.recordedAt = recordedAt;
        return row;
    }

    void set(CheckState state) {
        switch (state) {
            case Asked asked -> {
                issuedOn = null;
                notClearedOn = null;
            }
            case Cleared cleared -> issuedOn = cleared.issuedOn();
            case NotCleared notCleared -> notClearedOn = notCleared.on();
        }
    }

    KeptCheck kept() {
        return new KeptCheck(state(), version);
    }

    private CheckState state() {
        Check check = new Check(id, volunteerId, role, level, Optional.ofNullable(workforce), askedOn);
        if (issuedOn != null) {
            return new Cleared(check, issuedOn);
        }
        return notClearedOn == null ? new Asked(check) : new NotCleared(check, notClearedOn);
    }
}

package org.communitysolutions.volunteering.hours.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.volunteering.hours.KeptHours;
import org.communitysolutions.volunteering.hours.domain.Approved;
import org.communitysolutions.volunteering.hours.domain.Hours;
import org.communitysolutions.volunteering.hours.domain.Logged;

@Entity
@Table(name = "volunteer_hours")
class HoursRow {

    @Id
    UUID id;

    UUID volunteerId;
    UUID matchId;
    String activity;
    LocalDate givenOn;
    int minutes;
    String loggedBy;
    String approvedBy;
    LocalDate approvedOn;
    Instant recordedAt;

    @Version
    long version;

    static HoursRow of(Logged logged, Instant recordedAt) {
        Hours hours = logged.hours();
        HoursRow row = new HoursRow();
        row.id = hours.id();
        row.volunteerId = hours.volunteerId();
        row.matchId = hours.matchId().orElse(null);
        row.activity = hours.activity();
        row.givenOn = hours.on();
        row.minutes = hours.minutes();
        row.loggedBy = hours.loggedBy();
        row.recordedAt = recordedAt;
        return row;
    }

    void approve(Approved approved) {
        approvedBy = approved.by();
        approvedOn = approved.on();
    }

    KeptHours kept() {
        Hours hours = new Hours(id, volunteerId, Optional.ofNullable(matchId), activity, givenOn, minutes, loggedBy);
        return new KeptHours(
                approvedBy == null ? new Logged(hours) : new Approved(hours, approvedBy, approvedOn), version);
    }
}

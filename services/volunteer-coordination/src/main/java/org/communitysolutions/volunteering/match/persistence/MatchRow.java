package org.communitysolutions.volunteering.match.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.volunteering.match.KeptMatch;
import org.communitysolutions.volunteering.match.domain.Active;
import org.communitysolutions.volunteering.match.domain.EndReason;
import org.communitysolutions.volunteering.match.domain.Ended;
import org.communitysolutions.volunteering.match.domain.Match;

@Entity
@Table(name = "volunteer_match")
class MatchRow {

    @Id
    UUID id;

    UUID volunteerId;
    UUID householdId;
    String role;
    LocalDate since;

    @Enumerated(EnumType.STRING)
    EndReason endReason;

    LocalDate endedOn;
    Instant recordedAt;

    @Version
    long version;

    static MatchRow of(Active active, Instant recordedAt) {
        Match match = active.match();
        MatchRow row = new MatchRow();
        row.id = match.id();
        row.volunteerId = match.volunteerId();
        row.householdId = match.householdId();
        row.role = match.role();
        row.since = match.since();
        row.recordedAt = recordedAt;
        return row;
    }

    void end(Ended ended) {
        endReason = ended.reason();
        endedOn = ended.on();
    }

    Match match() {
        return new Match(id, volunteerId, householdId, role, since);
    }

    KeptMatch kept() {
        return new KeptMatch(endReason == null ? new Active(match()) : new Ended(match(), endReason, endedOn), version);
    }
}

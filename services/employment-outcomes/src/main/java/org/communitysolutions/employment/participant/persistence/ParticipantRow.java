package org.communitysolutions.employment.participant.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.employment.participant.Participant;
import org.communitysolutions.employment.participant.Status;

@Entity
@Table(name = "participant")
class ParticipantRow {

    @Id
    UUID id;

    UUID householdId;
    UUID personId;

    @Enumerated(EnumType.STRING)
    Status status;

    LocalDate enrolledOn;
    Instant recordedAt;

    @Version
    long version;

    static ParticipantRow of(Participant participant, Instant recordedAt) {
        ParticipantRow row = new ParticipantRow();
        row.id = participant.id();
        row.householdId = participant.householdId();
        row.personId = participant.personId();
        row.status = participant.status();
        row.enrolledOn = participant.enrolledOn();
        row.recordedAt = recordedAt;
        return row;
    }

    Participant participant() {
        return new Participant(id, householdId, personId, status, enrolledOn, version);
    }
}

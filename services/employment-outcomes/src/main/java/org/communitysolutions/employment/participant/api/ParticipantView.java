package org.communitysolutions.employment.participant.api;

import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.employment.participant.Participant;
import org.communitysolutions.employment.participant.Status;

/** A participant as the front line sees them. */
record ParticipantView(UUID id, UUID householdId, UUID personId, Status status, LocalDate enrolledOn) {

    static ParticipantView of(Participant participant) {
        return new ParticipantView(
                participant.id(),
                participant.householdId(),
                participant.personId(),
                participant.status(),
                participant.enrolledOn());
    }
}

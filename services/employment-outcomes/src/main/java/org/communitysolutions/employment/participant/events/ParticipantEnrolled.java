package org.communitysolutions.employment.participant.events;

import java.util.UUID;
import org.communitysolutions.employment.participant.Participant;
import org.communitysolutions.employment.participant.Status;
import org.communitysolutions.shared.messaging.Publishes;

/** A person began employment support. */
@Publishes("participant-enrolled.v1")
public record ParticipantEnrolled(UUID householdId, UUID participantId, UUID personId, Status status) {

    public static ParticipantEnrolled of(Participant participant) {
        return new ParticipantEnrolled(
                participant.householdId(), participant.id(), participant.personId(), participant.status());
    }
}

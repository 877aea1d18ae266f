package org.communitysolutions.employment.job;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.employment.job.domain.Work;
import org.communitysolutions.employment.participant.Participant;
import org.communitysolutions.employment.participant.Participants;
import org.hibernate.reactive.mutiny.Mutiny;

/** A participant's work, on which one decision is taken at a time. */
@ApplicationScoped
class HeldWork {

    private final Participants participants;
    private final Jobs jobs;

    HeldWork(Participants participants, Jobs jobs) {
        this.participants = participants;
        this.jobs = jobs;
    }

    /** Whose work it is, their jobs as they are kept, and what the domain makes of them. */
    record Held(Participant participant, List<KeptJob> jobs, Work work) {

        KeptJob job(UUID id) {
            return jobs.stream()
                    .filter(kept -> kept.state().job().id().equals(id))
                    .findFirst()
                    .orElseThrow(NoSuchJob::new);
        }
    }

    /**
     * Holds it until the transaction ends.
     *
     * @throws org.communitysolutions.employment.participant.NoSuchParticipant (through the Uni) if there is none
     */
    Uni<Held> ofParticipant(Mutiny.Session session, UUID id) {
        return participants.hold(session, id).chain(participant -> jobs.ofParticipant(session, id)
                .map(kept -> new Held(participant, kept, work(participant, kept))));
    }

    /**
     * Holds the work that the job is part of.
     *
     * @throws NoSuchJob (through the Uni) if there is none
     */
    Uni<Held> withJob(Mutiny.Session session, UUID job) {
        return jobs.participantOf(session, job)
                .map(found -> found.orElseThrow(NoSuchJob::new))
                .chain(participant -> ofParticipant(session, participant));
    }

    private static Work work(Participant participant, List<KeptJob> jobs) {
        return new Work(
                participant.enrolledOn(),
                jobs.stream().map(KeptJob::state).toList(),
                jobs.stream().flatMap(kept -> kept.sustained().stream()).toList());
    }
}

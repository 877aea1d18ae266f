package org.communitysolutions.risk.outreach.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A proposal to reach out to unknown households that have something in common. One person proposes, another decides; until
 * then nobody sees who they are.
 */
public sealed interface Proposal {

    Particulars particulars();

    /**
     * What never changes of it.
     *
     * @param purpose what it is for
     * @param lawfulBasis what allows it, for example UK GDPR article 6(1)(e) with the Act relied on
     * @param most to how many households at most
     * @param restricted whether only those cleared for restricted households may know of it
     * @param proposedBy the subject of who proposed it
     * @param expiresAt from when on it can no longer be approved
     */
    record Particulars(
            UUID id,
            String name,
            String purpose,
            String lawfulBasis,
            Work work,
            int most,
            boolean restricted,
            String proposedBy,
            Instant proposedAt,
            Instant expiresAt) {}

    /**
     * What is to be done with each household.
     *
     * @param kind what the task is: {@code call-household}
     * @param team the team that is asked
     * @param priority a code
     * @param dueDays 1 or more, after the day of the approval
     * @param working whether working days are counted, or else all days
     */
    record Work(String kind, String team, String priority, int dueDays, boolean working) {}

    /** Nobody has decided yet. */
    record Proposed(Particulars particulars) implements Proposal {

        /**
         * Approves it.
         *
         * @param tasks how many households are asked for
         * @throws OwnProposal if who approves it proposed it
         */
        public Approved approve(String by, Instant at, int tasks) {
            if (by.equals(particulars.proposedBy())) {
                throw new OwnProposal();
            }
            return new Approved(particulars, by, at, tasks);
        }

        /** Declines it; who proposed it may take it back so. */
        public Declined decline(String by, Instant at, String why) {
            return new Declined(particulars, by, at, why);
        }
    }

    /** It was approved, and became tasks with that. */
    record Approved(Particulars particulars, String by, Instant at, int tasks) implements Proposal {}

    /** It was declined. */
    record Declined(Particulars particulars, String by, Instant at, String why) implements Proposal {}

    /** Nobody decided in time. */
    record Expired(Particulars particulars) implements Proposal {}

    /** What stands open at that moment. */
    static Proposal undecided(Particulars particulars, Instant now) {
        return now.isBefore(particulars.expiresAt()) ? new Proposed(particulars) : new Expired(particulars);
    }

    /** Who proposed it cannot approve it. */
    final class OwnProposal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private OwnProposal() {
            super("Who proposed it cannot approve it", null, false, false);
        }
    }
}

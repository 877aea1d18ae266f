package org.communitysolutions.debtadvice.debtcase.domain;

import java.time.LocalDate;
import java.util.UUID;

/** A household's debts in an adviser's care: open, until advice ends for a reason. */
public sealed interface DebtCase {

    UUID id();

    UUID household();

    LocalDate openedOn();

    /** The subject of the adviser who took it up. */
    String openedBy();

    /** An adviser works on it. A household has one at most. */
    record Open(UUID id, UUID household, LocalDate openedOn, String openedBy) implements DebtCase {

        /**
         * Ends the advice.
         *
         * @throws IllegalArgumentException if that day is before the one on which it was opened
         */
        public Closed close(ClosingReason reason, LocalDate on) {
            return new Closed(this, reason, on);
        }
    }

    /** Advice has ended; it is not opened again, a new one is. */
    record Closed(Open was, ClosingReason reason, LocalDate closedOn) implements DebtCase {

        public Closed {
            if (closedOn.isBefore(was.openedOn())) {
                throw new IllegalArgumentException("A debt case cannot close before it opened");
            }
        }

        @Override
        public UUID id() {
            return was.id();
        }

        @Override
        public UUID household() {
            return was.household();
        }

        @Override
        public LocalDate openedOn() {
            return was.openedOn();
        }

        @Override
        public String openedBy() {
            return was.openedBy();
        }
    }
}

package org.communitysolutions.debtadvice.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.debtadvice.extract.domain.AccountKind;

/**
 * What has become of an extract so far.
 *
 * @param mapping how it was read
 * @param asAt the day that it speaks of, where the request said it and not the file
 * @param sentBy the subject who sent it
 * @param sha256 of its bytes
 * @param warning what was odd about the file and was accepted all the same
 * @param waitingFor why it does not go on, while it waits
 */
public record ExtractReport(
        UUID id,
        AccountKind kind,
        String mapping,
        Optional<LocalDate> asAt,
        State state,
        String sentBy,
        String sha256,
        long bytes,
        Instant receivedAt,
        Optional<Instant> appliedAt,
        Optional<String> warning,
        Optional<String> waitingFor,
        Counts counts) {

    /** How far it is. */
    public enum State {
        /** All of it has arrived; nothing is applied yet. */
        RECEIVED,
        APPLYING,
        /** It goes on by itself once what it waits for is back. */
        WAITING,
        APPLIED
    }

    /**
     * What came of its lines.
     *
     * @param lines all of them, without header and blank ones
     * @param taken those that said something new
     * @param unchanged those that said what was known
     * @param refused those that were not believed
     * @param newAccounts accounts that were first named here
     * @param events published because of it
     */
    public record Counts(int lines, int taken, int unchanged, int refused, int newAccounts, int events) {}

    public boolean isApplied() {
        return state == State.APPLIED;
    }
}

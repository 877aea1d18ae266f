package org.communitysolutions.risk.stream;

import java.sql.SQLException;
import java.util.List;
import org.communitysolutions.risk.editions.EditionUnusable;
import org.communitysolutions.shared.messaging.PassingTrouble;

/** Finds what a transaction fails for: halves it until what fails stands alone. */
final class Isolation {

    private Isolation() {}

    /** Writes some in a transaction. */
    interface Attempt<T> {
        void with(List<T> some) throws SQLException;
    }

    /** Deals with the one for which a transaction fails. */
    interface Refusal<T> {
        void of(T one, Exception failure) throws SQLException;
    }

    /** Writes all but those that fail by themselves. */
    static <T> void takeIn(List<T> all, Attempt<T> attempt, Refusal<T> refusal) throws SQLException {
        try {
            attempt.with(all);
        } catch (SQLException | RuntimeException failure) {
            if (isAnothersFault(failure)) {
                throw failure;
            }
            if (all.size() == 1) {
                refusal.of(all.getFirst(), failure);
                return;
            }
            int half = all.size() / 2;
            takeIn(all.subList(0, half), attempt, refusal);
            takeIn(all.subList(half, all.size()), attempt, refusal);
        }
    }

    /** Whether it is nobody's fault who is written of: trouble that passes, a lane that is lost, an edition that is unusable. */
    static boolean isAnothersFault(Exception failure) {
        return PassingTrouble.isIn(failure) || failure instanceof LaneLost || failure instanceof EditionUnusable;
    }
}

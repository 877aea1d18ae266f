package org.communitysolutions.risk.tasks;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.rules.RaisedTask;

/** What has become of a household's tasks. */
public sealed interface TaskChange {

    UUID household();

    /** The task as it is known from now on. */
    KnownTask known();

    /** It is asked for: for the first time, or again after it was withdrawn. */
    record Raised(UUID household, RaisedTask task) implements TaskChange {
        @Override
        public KnownTask known() {
            return new KnownTask(
                    task.id(), household, task.rule(), task.ruleVersion(), task.clearance(), true, Optional.empty());
        }
    }

    /** It is asked for no longer. */
    record Withdrawn(UUID household, KnownTask task, Instant at, Withdrawal why) implements TaskChange {
        @Override
        public KnownTask known() {
            return task.withdrawn();
        }
    }

    /** People have ended it, or ended it otherwise than was known. It is theirs, so nothing is announced. */
    record Ended(UUID household, KnownTask task, TaskEnd end) implements TaskChange {
        @Override
        public KnownTask known() {
            return task.ended(end);
        }
    }
}

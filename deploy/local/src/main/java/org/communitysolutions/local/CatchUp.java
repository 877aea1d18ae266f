package org.communitysolutions.local;

import java.time.Duration;
import java.util.function.Consumer;
import org.communitysolutions.embedded.Deadline;

/** Waits for services to work through what was published. */
public final class CatchUp {

    private static final Duration QUIET = Duration.ofMillis(1_500);

    private final Backlog backlog;
    private final Consumer<Bar> progress;

    public CatchUp(Backlog backlog, Consumer<Bar> progress) {
        this.backlog = backlog;
        this.progress = progress;
    }

    /**
     * Waits until a service has worked through all events that it reads. What was just committed may not be published yet,
     * so the end has to stand for a while.
     *
     * @param what the name of the bar that shows how far it has come
     */
    public void await(String what, Service service) {
        long began = System.nanoTime();
        long before = backlog.of(service).done();
        long settledSince = 0;
        long settledAt = -1;
        Bar last = null;
        while (settledAt < 0 || since(settledSince).compareTo(QUIET) < 0) {
            Backlog.Position position = backlog.of(service);
            if (!position.isCaughtUp()) {
                settledAt = -1;
            } else if (position.published() != settledAt) {
                settledAt = position.published();
                settledSince = System.nanoTime();
            }
            long total = position.published() - before;
            last = new Bar(what, Math.clamp(position.done() - before, 0, total), total, since(began));
            if (!last.isComplete()) {
                progress.accept(last);
            }
            Deadline.pause();
        }
        if (last.total() > 0) {
            progress.accept(last);
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}

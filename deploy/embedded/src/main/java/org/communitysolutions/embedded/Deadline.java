package org.communitysolutions.embedded;

import java.time.Duration;

/** Until when something is looked at again and again, a tenth of a second apart, in case it has become as wanted. */
public final class Deadline {

    private static final long BETWEEN_LOOKS_MILLIS = 100;

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    public static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    public boolean hasPassed() {
        return System.nanoTime() - end > 0;
    }

    /**
     * Lets some time pass before the next look.
     *
     * @throws ServerException if the thread is interrupted
     */
    public static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerException("Waiting was interrupted.", interrupted);
        }
    }
}

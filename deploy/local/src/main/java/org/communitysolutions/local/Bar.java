package org.communitysolutions.local;

import java.time.Duration;
import java.util.Locale;

/**
 * How far something has come.
 *
 * @param what what is done, for instance {@code Households}
 * @param done how many of them
 * @param total how many there are
 * @param elapsed since the first
 */
public record Bar(String what, long done, long total, Duration elapsed) {

    private static final int WIDTH = 24;

    public boolean isComplete() {
        return done >= total;
    }

    int percent() {
        return total == 0 ? 100 : (int) (100 * done / total);
    }

    /** One line: the bar, how many of how many, how many a second, and how long the rest takes at this rate. */
    @Override
    public String toString() {
        int full = percent() * WIDTH / 100;
        String bar = "#".repeat(full) + ".".repeat(WIDTH - full);
        return String.format(Locale.UK, "%-24s [%s] %,d of %,d%s", what, bar, done, total, pace());
    }

    private String pace() {
        double seconds = elapsed.toMillis() / 1000.0;
        if (done == 0 || seconds <= 0) {
            return "";
        }
        double rate = done / seconds;
        return isComplete()
                ? String.format(Locale.UK, "  %,.0f/s  took %.1f s", rate, seconds)
                : String.format(Locale.UK, "  %,.0f/s  %.0f s left", rate, (total - done) / rate);
    }
}

package org.communitysolutions.local;

import java.time.Duration;
import java.util.Locale;
import org.communitysolutions.embedded.Progress;

/** The line that shows one part. */
final class PartLine {

    private PartLine() {}

    static String of(Progress.Status status) {
        return of(status, status.elapsed());
    }

    static String of(Progress.Status status, Duration elapsed) {
        String state = status.state().name().toLowerCase(Locale.ROOT);
        String time = elapsed.isZero() || status.state() == Progress.State.STOPPED
                ? ""
                : String.format(Locale.UK, "%6.1f s", elapsed.toMillis() / 1000.0);
        return "  %-24s %-9s %9s  %s"
                .formatted(status.name(), state, time, status.detail())
                .stripTrailing();
    }
}

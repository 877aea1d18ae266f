package org.communitysolutions.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Hears how each part of the platform fares. Called from several threads. */
@FunctionalInterface
public interface Progress {

    /** Nobody listens. */
    Progress SILENT = status -> {};

    /** A part changed. */
    void changed(Status status);

    /** What a part is doing. */
    enum State {
        WAITING,
        STARTING,
        READY,
        /** It did not become ready, or it died although nobody stopped it. */
        FAILED,
        STOPPED
    }

    /**
     * How a part fares.
     *
     * @param name the name people know it by
     * @param detail one line for people; may be empty
     * @param elapsed time since the part began to start
     * @param pid the process, once there is one
     * @param log the log file of the process
     * @param lastLines the last lines of the log when the part failed; empty otherwise
     */
    record Status(
            String name,
            State state,
            String detail,
            Duration elapsed,
            OptionalLong pid,
            Path log,
            List<String> lastLines) {}
}

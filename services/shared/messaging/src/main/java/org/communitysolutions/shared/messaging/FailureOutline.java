package org.communitysolutions.shared.messaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A failure for the log: what failed and where, without the texts of exceptions, which may quote a person's data. */
public final class FailureOutline {

    private static final String OURS = "org.communitysolutions.";

    private FailureOutline() {}

    /** The classes of the failure and its causes, each with its first line of our code, the outermost first. */
    public static String of(Throwable failure) {
        List<String> chain = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            chain.add(named(cause) + where(cause));
        }
        return String.join(" because of ", chain);
    }

    private static String named(Throwable cause) {
        return cause instanceof MalformedEvent malformed
                ? "MalformedEvent (" + malformed.getMessage() + ")"
                : PassingTrouble.sqlState(cause)
                        .map("SQLSTATE "::concat)
                        .orElse(cause.getClass().getName());
    }

    private static String where(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> " at %s:%d".formatted(frame.getClassName(), frame.getLineNumber()))
                .orElse("");
    }
}

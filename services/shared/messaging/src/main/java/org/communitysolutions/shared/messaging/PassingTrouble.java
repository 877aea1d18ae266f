package org.communitysolutions.shared.messaging;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Failures that lie with the moment and not with the event: the server is away, full, or chose another to go first. */
final class PassingTrouble {

    /**
     * Classes of SQLSTATE (PostgreSQL, appendix A): connection, transaction rollback, insufficient resources, operator
     * intervention, system error.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

    private PassingTrouble() {}

    static boolean isIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MalformedEvent || cause instanceof JacksonException) {
                // An IOException by its type, and yet the event is what is wrong.
                return false;
            }
            if (cause instanceof PgException refusal) {
                return refusal.getSqlState() != null
                        && CLASSES.contains(refusal.getSqlState().substring(0, 2));
            }
            if (cause instanceof IOException || cause instanceof TimeoutException || cause instanceof VertxException) {
                return true;
            }
        }
        return false;
    }

    /** What went wrong, without the text of the statement or its values. */
    static String describe(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof PgException refusal
                ? "SQLSTATE " + refusal.getSqlState()
                : root.getClass().getSimpleName();
    }
}

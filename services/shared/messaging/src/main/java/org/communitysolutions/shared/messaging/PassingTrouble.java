package org.communitysolutions.shared.messaging;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.hibernate.StaleStateException;

/** Failures that lie with the moment and not with the event: the server is away, full, or chose another to go first. */
public final class PassingTrouble {

    /**
     * Classes of SQLSTATE (PostgreSQL, appendix A): connection, transaction rollback, insufficient resources, operator
     * intervention, system error.
     */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

    private PassingTrouble() {}

    public static boolean isIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MalformedEvent || cause instanceof JacksonException) {
                // An IOException by its type, and yet the event is what is wrong.
                return false;
            }
            Optional<String> refusal = sqlState(cause);
            if (refusal.isPresent()) {
                return CLASSES.contains(refusal.get().substring(0, 2));
            }
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof VertxException
                    || cause instanceof OptimisticLockException
                    || cause instanceof StaleStateException) {
                return true;
            }
        }
        return false;
    }

    /** Why the database refused, if this is its refusal: the driver's own, or what Hibernate makes of it. */
    static Optional<String> sqlState(Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case PgException driver -> driver.getSqlState();
                    case SQLException translated -> translated.getSQLState();
                    default -> null;
                });
    }

    /** What went wrong, without the text of the statement or its values. */
    public static String describe(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return sqlState(root).map("SQLSTATE "::concat).orElse(root.getClass().getSimpleName());
    }
}

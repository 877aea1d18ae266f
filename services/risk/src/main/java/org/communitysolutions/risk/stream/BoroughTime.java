package org.communitysolutions.risk.stream;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.hibernate.reactive.mutiny.Mutiny;

/** How far time has come, by the events themselves: the clock on the wall plays no part. */
@ApplicationScoped
public class BoroughTime {

    private final Duration lateness;

    BoroughTime(Streaming settings) {
        this.lateness = settings.lateness();
    }

    /**
     * A moment by which the borough is judged.
     *
     * @param latest when the latest event happened; what is dated later has not happened yet
     * @param horizon up to when it is known what did not happen
     */
    public record Now(Instant latest, Instant horizon) {}

    /** The present; the beginning of time if nothing ever happened. */
    public Uni<Now> now(Mutiny.Session session) {
        return session.createNativeQuery("select max(event_time) from lane", OffsetDateTime.class)
                .getSingleResultOrNull()
                .map(latest -> latest == null ? Instant.EPOCH : latest.toInstant())
                .map(latest -> new Now(latest, latest.minus(lateness)));
    }
}

package org.communitysolutions.risk.editions.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of the times that editions were in shadow. */
@ApplicationScoped
public class ShadowRows {

    private static final String BEGIN = """
        insert into shadow_run (version, began_by, began_time)
        values (?1, ?2, coalesce((select max(event_time) from lane), to_timestamp(0)))
        """;

    private static final String END = """
        update shadow_run set ended_by = ?2, ended_at = clock_timestamp(),
            ended_time = coalesce((select max(event_time) from lane), to_timestamp(0))
        where version = ?1 and ended_at is null
        """;

    /** The version of the edition that is in shadow. */
    public Uni<Optional<String>> inShadow(Mutiny.Session session) {
        return session.createNativeQuery("select version from shadow_run where ended_at is null", String.class)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    public Uni<Void> begin(Mutiny.Session session, String version, String by) {
        return session.createNativeQuery(BEGIN)
                .setParameter(1, version)
                .setParameter(2, by)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Ends it, if it is in shadow; tells whether it was. */
    public Uni<Boolean> end(Mutiny.Session session, String version, String by) {
        return session.createNativeQuery(END)
                .setParameter(1, version)
                .setParameter(2, by)
                .executeUpdate()
                .map(ended -> ended > 0);
    }
}

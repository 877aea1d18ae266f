package org.communitysolutions.risk.challenges.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.challenges.domain.Subject;
import org.hibernate.reactive.mutiny.Mutiny;

/** What can be challenged, as far as the caller may know of it. */
@ApplicationScoped
public class ChallengedRows {

    private static final String HOUSEHOLD =
            "select restricted from household_state where household = ?1 order by restricted limit 1";

    private static final String TASK = "select restricted from raised_task where household = ?1 and task_id = ?2";

    private static final String FACTOR = """
        select restricted from household_state where household = ?1 and jsonb_exists(factors, ?2)
        order by restricted limit 1
        """;

    /** Whether all that is known of the household is restricted; empty if the caller may know nothing of it. */
    public Uni<Optional<Boolean>> household(Mutiny.Session session, UUID household) {
        return session.createNativeQuery(HOUSEHOLD, Boolean.class)
                .setParameter(1, household)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** Whether the subject is restricted; empty if the household has none that the caller may know of. */
    public Uni<Optional<Boolean>> restricted(Mutiny.Session session, UUID household, Subject subject) {
        return switch (subject) {
            case Subject.OfScore score -> household(session, household);
            case Subject.OfTask(UUID task) -> found(session, TASK, household, task);
            case Subject.OfFactor(String factor) -> found(session, FACTOR, household, factor);
        };
    }

    private static Uni<Optional<Boolean>> found(Mutiny.Session session, String sql, UUID household, Object which) {
        return session.createNativeQuery(sql, Boolean.class)
                .setParameter(1, household)
                .setParameter(2, which)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }
}

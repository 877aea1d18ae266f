package org.communitysolutions.risk.challenges.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.communitysolutions.shared.web.Deadlines;
import org.hibernate.reactive.mutiny.Mutiny;

/** The days by which households are to have an answer to what they contest. An answer is late from the day after. */
@ApplicationScoped
class ChallengeClocks implements Deadlines {

    private static final String COUNT = """
            select count(*), count(*) filter (where due_on between ?1 and ?2), count(*) filter (where due_on < ?1)
            from challenge where state = 'OPEN' and not restricted
            """;

    @Override
    public Uni<List<Standing>> standing(Mutiny.Session session, LocalDate today, LocalDate soon) {
        return session.createNativeQuery(COUNT, Object[].class)
                .setParameter(1, today)
                .setParameter(2, soon)
                .getSingleResult()
                .map(row -> List.of(Standing.of("challenge", row, 0)));
    }
}

package org.communitysolutions.homelessness.duty.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.communitysolutions.homelessness.duty.domain.DutyKind;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.web.Deadlines;
import org.hibernate.reactive.mutiny.Mutiny;

/** The periods of the duties that are owed. */
@ApplicationScoped
class DutyClocks implements Deadlines {

    /** A duty's deadline is the first day on which its period has run out. */
    private static final String COUNT = """
            select kind, count(*), count(*) filter (where deadline > ?1 and deadline <= ?2),
                   count(*) filter (where deadline <= ?1)
            from duty where end_reason is null and not restricted group by kind
            """;

    @Override
    public Uni<List<Standing>> standing(Mutiny.Session session, LocalDate today, LocalDate soon) {
        return session.createNativeQuery(COUNT, Object[].class)
                .setParameter(1, today)
                .setParameter(2, soon)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> Standing.of(clock(DutyKind.valueOf((String) row[0])), row, 1))
                        .collect(Collectors.toMap(Standing::clock, Function.identity())))
                .map(DutyClocks::ofEach);
    }

    private static List<Standing> ofEach(Map<String, Standing> found) {
        return Arrays.stream(DutyKind.values())
                .map(DutyClocks::clock)
                .map(clock -> found.getOrDefault(clock, new Standing(clock, 0, 0, 0)))
                .toList();
    }

    private static String clock(DutyKind kind) {
        return EnumCodes.of(kind) + "-duty";
    }
}

package org.communitysolutions.debtadvice.extract;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.communitysolutions.debtadvice.extract.file.Bounds;
import org.communitysolutions.shared.transactions.CouncilCalendar;

/** How extracts are taken; see application.properties. */
@ConfigMapping(prefix = "extracts")
public interface ExtractSettings {

    MemorySize largest();

    List<String> shippedMappings();

    Optional<Path> mappingsFolder();

    /** Lines that are applied in one transaction. */
    int chunk();

    Duration lookEvery();

    Duration abandonedAfter();

    int linesKeptDays();

    /** Pounds, as the other bounds. */
    BigDecimal leastBalance();

    BigDecimal mostBalance();

    BigDecimal mostInstalment();

    BigDecimal mostWeeklyRent();

    /** The bounds in force today. */
    default Bounds bounds(Clock clock) {
        return new Bounds(
                pence(leastBalance()),
                pence(mostBalance()),
                pence(mostInstalment()),
                pence(mostWeeklyRent()),
                CouncilCalendar.dayOf(clock.instant()));
    }

    private static long pence(BigDecimal pounds) {
        return pounds.movePointRight(2).longValueExact();
    }
}

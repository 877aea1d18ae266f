package org.communitysolutions.volunteering.clearance;

import io.smallrye.config.ConfigMapping;
import java.time.LocalDate;
import java.util.List;
import org.communitysolutions.volunteering.clearance.domain.Renewal;

/** For how long a check is relied on, as the service is configured with it. */
@ConfigMapping(prefix = "volunteering.check-renewal")
public interface ConfiguredRenewal {

    List<Line> periods();

    /** So many months, from that day on, as decided by whom. */
    interface Line {
        int months();

        LocalDate from();

        String source();
    }

    /**
     * The policy that these lines make.
     *
     * @throws IllegalArgumentException if there is none, or a line lacks months or source
     */
    default Renewal policy() {
        return new Renewal(periods().stream()
                .map(line -> new Renewal.Period(line.months(), line.from(), line.source()))
                .toList());
    }
}

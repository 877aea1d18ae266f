package org.communitysolutions.employment.job;

import io.smallrye.config.ConfigMapping;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.communitysolutions.employment.job.domain.Allowances;
import org.communitysolutions.employment.job.domain.Milestone;

/** The gaps that sustained work may have, as the service is configured with them. */
@ConfigMapping(prefix = "employment.sustained-work")
public interface ConfiguredAllowances {

    Map<Milestone, List<Line>> allowances();

    /** So many days between jobs, from that day on, as agreed with whom. */
    interface Line {
        int gapDays();

        LocalDate from();

        String source();

        default Allowances.Allowance allowance() {
            return new Allowances.Allowance(gapDays(), from(), source());
        }
    }

    /**
     * The allowances that these lines make.
     *
     * @throws IllegalArgumentException if a milestone has none, or a line is negative or lacks its source
     */
    default Allowances agreed() {
        return new Allowances(allowances().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream().map(Line::allowance).toList())));
    }
}

package org.communitysolutions.homelessness.duty;

import io.smallrye.config.ConfigMapping;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.communitysolutions.homelessness.duty.domain.DutyKind;
import org.communitysolutions.homelessness.duty.domain.DutyLaw;

/** The law on duties as the service is configured with it. */
@ConfigMapping(prefix = "homelessness.duty-law")
public interface ConfiguredDutyLaw {

    Map<DutyKind, List<Line>> periods();

    List<Line> threat();

    /** So many days, from that day on, by that Act and section. */
    interface Line {
        int days();

        LocalDate from();

        String source();

        default DutyLaw.Period period() {
            return new DutyLaw.Period(days(), from(), source());
        }
    }

    /**
     * The law that these lines make.
     *
     * @throws IllegalArgumentException if a duty has no period, or a line lacks days or source
     */
    default DutyLaw law() {
        return new DutyLaw(
                periods().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> periods(entry.getValue()))),
                periods(threat()));
    }

    private static List<DutyLaw.Period> periods(List<Line> lines) {
        return lines.stream().map(Line::period).toList();
    }
}

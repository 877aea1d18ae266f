package org.communitysolutions.risk.backtests.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitysolutions.risk.backtests.StartBacktest;
import org.communitysolutions.shared.web.PlausibleDate;

/**
 * What is to be tried.
 *
 * @param edition the version of the candidate rules: an edition that is loaded
 * @param from the first day of the period
 * @param to the day after its last
 * @param capacity tasks a week of teams for which the configured figure is not to count
 * @param outcomes duty-owed, liability-order, job-lost, safeguarding; all of them unless some are given
 */
record BacktestRequest(
        @NotNull @Size(min = 1, max = 40, message = "must be 1 to 40 characters") String edition,

        @NotNull @PlausibleDate LocalDate from,
        @NotNull @PlausibleDate LocalDate to,

        @Size(max = 50, message = "must name at most 50 teams") Map<String, @NotNull @Min(0) @Max(100_000) Integer> capacity,

        @Size(max = 20, message = "must name at most 20 outcomes") List<@NotNull String> outcomes) {

    StartBacktest.Wish wish() {
        return new StartBacktest.Wish(
                edition,
                from,
                to,
                Optional.ofNullable(capacity).orElse(Map.of()),
                Optional.ofNullable(outcomes).orElse(List.of()));
    }
}

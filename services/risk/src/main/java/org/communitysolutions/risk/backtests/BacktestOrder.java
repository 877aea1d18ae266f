package org.communitysolutions.risk.backtests;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is to be tried, settled when it was asked for, so that a run which is begun anew comes to the same.
 *
 * @param edition the version of the candidate rules
 * @param live the version of the rules that were live then
 * @param horizon how far time had come, but no further than the period
 * @param capacity tasks a week by team, of all teams that the result shows
 * @param outcomes the codes of the outcomes that count
 * @param outcomesEdition the edition of what an outcome is
 */
public record BacktestOrder(
        String edition,
        String live,
        Period period,
        Instant horizon,
        Map<String, Integer> capacity,
        List<String> outcomes,
        String outcomesEdition) {}

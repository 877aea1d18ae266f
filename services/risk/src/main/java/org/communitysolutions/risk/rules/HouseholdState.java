package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a household's history amounts to.
 *
 * @param asOf when the last of its events happened, or the last change that time alone brought, if that is later
 * @param ended the times, now over, during which it had a factor
 * @param score 0 to 1,000, more is graver: the sum of the parts, within these bounds
 * @param tasks all that rules came to ask for, withdrawn ones too, oldest first
 * @param nextChange the first instant after the horizon at which something may change without news
 */
public record HouseholdState(
        Instant asOf,
        HouseholdFacts facts,
        List<HeldFactor> factors,
        List<EndedFactor> ended,
        List<ScorePart> parts,
        int score,
        Band band,
        List<RaisedTask> tasks,
        Optional<Instant> nextChange) {}

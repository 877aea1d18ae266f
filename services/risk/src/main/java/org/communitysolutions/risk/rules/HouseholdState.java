package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.util.List;

/**
 * What a household's history amounts to.
 *
 * @param asOf when the last of its events happened; a factor that lapses later still stands
 * @param ended the times, now over, during which it had a factor
 * @param score 0 to 1,000, more is graver: the sum of the parts, within these bounds
 * @param tasks all that rules came to ask for, withdrawn ones too, oldest first
 */
public record HouseholdState(
        Instant asOf,
        HouseholdFacts facts,
        List<HeldFactor> factors,
        List<EndedFactor> ended,
        List<ScorePart> parts,
        int score,
        Band band,
        List<RaisedTask> tasks) {}

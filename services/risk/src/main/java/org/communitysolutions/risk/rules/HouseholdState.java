package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a household's history amounts to.
 *
 * @param asOf when the last of its events happened, or the last change that time alone brought, if that is later
 * @param factors those that it has and that count
 * @param contested those that it has and that count for nothing, since the household contests them, or did so rightly
 * @param ended the times, now over, during which it had a factor
 * @param score 0 to 1,000, more is graver: the sum of the parts, within these bounds
 * @param scoreContested whether the household contests the score, and nobody has decided that yet: it is not to be used
 * @param tasks all that rules came to ask for, withdrawn ones too, oldest first
 * @param nextChange the first instant after the horizon at which something may change without news
 */
public record HouseholdState(
        Instant asOf,
        HouseholdFacts facts,
        List<HeldFactor> factors,
        List<HeldFactor> contested,
        List<EndedFactor> ended,
        List<ScorePart> parts,
        int score,
        Band band,
        boolean scoreContested,
        List<RaisedTask> tasks,
        Optional<Instant> nextChange) {}

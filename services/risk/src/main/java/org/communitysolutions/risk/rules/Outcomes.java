package org.communitysolutions.risk.rules;

import java.util.List;
import java.util.Set;

/**
 * The outcomes by which rules are judged.
 *
 * @param edition which edition of the file
 * @param all in the file's order
 * @param knownBy the kinds of work of which any open piece makes a household known to the council
 */
public record Outcomes(Rulebook.Edition edition, List<Outcome> all, Set<String> knownBy) {

    public Outcomes {
        all = List.copyOf(all);
        knownBy = Set.copyOf(knownBy);
    }
}

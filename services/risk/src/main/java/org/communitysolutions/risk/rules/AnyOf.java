package org.communitysolutions.risk.rules;

import java.util.ArrayList;
import java.util.List;

/** At least one of several holds; all that hold give their reasons. */
public record AnyOf(List<Condition> parts) implements Condition {

    @Override
    public boolean holds(Moment moment) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).holds(moment)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Evidence evidence(Moment moment) {
        List<Evidence> holding = new ArrayList<>();
        for (Condition part : parts) {
            if (part.holds(moment)) {
                holding.add(part.evidence(moment));
            }
        }
        return Evidence.together(holding);
    }
}

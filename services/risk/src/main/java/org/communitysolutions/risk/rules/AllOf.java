package org.communitysolutions.risk.rules;

import java.util.List;

/** All of several hold. */
public record AllOf(List<Condition> parts) implements Condition {

    @Override
    public boolean holds(Moment moment) {
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).holds(moment)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Evidence evidence(Moment moment) {
        return Evidence.together(
                parts.stream().map(part -> part.evidence(moment)).toList());
    }
}

package org.communitysolutions.risk.rules;

import java.util.List;

/** Something does not hold. It keeps a rule from asking; it never makes one ask, as nothing happens when it comes true. */
public record Not(Condition of) implements Condition {

    @Override
    public boolean holds(Moment moment) {
        return !of.holds(moment);
    }

    @Override
    public Evidence evidence(Moment moment) {
        return Evidence.NONE;
    }

    @Override
    public List<Condition> parts() {
        return List.of(of);
    }
}

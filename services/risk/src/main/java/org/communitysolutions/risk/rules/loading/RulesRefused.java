package org.communitysolutions.risk.rules.loading;

import java.util.List;
import java.util.stream.Collectors;

/** Files of factors and rules that cannot be used as they are. The message names file, line and what was expected. */
public class RulesRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    RulesRefused(List<Refusal> refusals) {
        super(refusals.stream().map(Refusal::toString).collect(Collectors.joining("\n")));
        this.refusals = List.copyOf(refusals);
    }

    RulesRefused(Refusal refusal) {
        this(List.of(refusal));
    }

    /** All that is wrong, as far as it could be read. */
    public List<Refusal> refusals() {
        return refusals;
    }
}

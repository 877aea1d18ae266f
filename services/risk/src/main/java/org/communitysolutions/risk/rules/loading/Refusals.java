package org.communitysolutions.risk.rules.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers what is wrong with files, so that whoever wrote them is told of all of it at once. */
final class Refusals {

    private final List<Refusal> found = new ArrayList<>();

    /** What is read; empty if it is refused. */
    <T> Optional<T> reading(Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (RulesRefused refused) {
            found.addAll(refused.refusals());
            return Optional.empty();
        }
    }

    /** @throws RulesRefused if anything was refused */
    void raise() {
        if (!found.isEmpty()) {
            throw new RulesRefused(found);
        }
    }
}

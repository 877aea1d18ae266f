package org.communitysolutions.risk.rules;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of the household itself passes tests. What nobody has said passes none.
 *
 * @param tenure how it holds its home
 * @param ward the code of its ward
 * @param adults how many people of 18 and over
 * @param children how many people under 18
 * @param says with {@code {tenure}}, {@code {ward}}, {@code {adults}} and {@code {children}}
 */
public record HouseholdIs(
        Optional<EventPattern.Test> tenure,
        Optional<EventPattern.Test> ward,
        Optional<EventPattern.Test> adults,
        Optional<EventPattern.Test> children,
        Sentence says)
        implements Condition {

    @Override
    public boolean holds(Moment moment) {
        HouseholdFacts facts = moment.facts();
        return passes(tenure, facts.tenure())
                && passes(ward, facts.ward())
                && passes(adults, facts.adults())
                && passes(children, facts.children());
    }

    private static boolean passes(Optional<EventPattern.Test> test, Optional<String> value) {
        return test.isEmpty() || (value.isPresent() && test.get().passes(value.get()));
    }

    private static boolean passes(Optional<EventPattern.Test> test, OptionalLong value) {
        return test.isEmpty() || (value.isPresent() && test.get().passes(value.getAsLong()));
    }

    /** No event is a reason: a home and who lives in it are no risk in themselves. */
    @Override
    public Evidence evidence(Moment moment) {
        HouseholdFacts facts = moment.facts();
        return new Evidence(List.of(), says.fill(gap -> switch (gap) {
            case "tenure" -> facts.tenure().orElse("").replace('-', ' ');
            case "ward" -> facts.ward().orElse("");
            case "adults" -> Long.toString(facts.adults().orElse(0));
            default -> Long.toString(facts.children().orElse(0));
        }));
    }
}

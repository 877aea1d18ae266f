package org.communitysolutions.risk.rules;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What a rule can ask of a household's history up to a moment. */
public sealed interface Condition {

    /** Why it holds at this moment; empty if it does not. */
    Optional<Evidence> at(Moment moment);

    /** Whether the event is one that can make it hold. */
    boolean concerns(PastEvent event);

    /**
     * A factor is there.
     *
     * @param trend and has this trend
     * @param atLeast and its level is at least this
     * @param newsWithinDays and there was news of it in so many days
     * @param says with {@code {level}} and {@code {since}}
     */
    record FactorHolds(
            Factor factor, Optional<Trend> trend, OptionalLong atLeast, OptionalInt newsWithinDays, String says)
            implements Condition {

        @Override
        public Optional<Evidence> at(Moment moment) {
            return moment.held(factor.code())
                    .filter(held -> trend.isEmpty() || trend.get() == held.trend())
                    .filter(held -> atLeast.isEmpty() || held.level().orElse(0) >= atLeast.getAsLong())
                    .filter(held ->
                            newsWithinDays.isEmpty() || moment.within(held.latestAt(), newsWithinDays.getAsInt()))
                    .map(held -> new Evidence(
                            List.of(new Reason(held.latest(), factor.code(), held.latestAt())),
                            Wording.of(says, held, moment.zone())));
        }

        @Override
        public boolean concerns(PastEvent event) {
            return factor.beginning(event).isPresent();
        }
    }

    /**
     * So many different events lie within so many days of one another, the latest of them no further back either.
     *
     * @param distinct the fields by which two events are the same thing told twice
     * @param dated the field that dates them; without it, when they happened
     * @param factor the factor that these events move, for the reasons
     * @param says with {@code {count}} and {@code {dates}}
     */
    record EventCount(
            EventPattern events,
            List<String> distinct,
            Optional<String> dated,
            int atLeast,
            int withinDays,
            String factor,
            String says)
            implements Condition {

        @Override
        public Optional<Evidence> at(Moment moment) {
            List<PastEvent> counted = Counting.withinWindow(this, moment);
            return counted.size() < atLeast
                    ? Optional.empty()
                    : Optional.of(new Evidence(
                            counted.stream()
                                    .map(event -> new Reason(event.id(), factor, event.occurredAt()))
                                    .toList(),
                            Wording.of(says, counted, dated, moment.zone())));
        }

        @Override
        public boolean concerns(PastEvent event) {
            return events.matches(event);
        }
    }

    /**
     * The last event of a type is such a one.
     *
     * @param withinDays and is no older than so many days
     * @param factor the factor that these events move, for the reasons
     * @param says with {@code {dates}}
     */
    record LatestEvent(EventPattern events, OptionalInt withinDays, String factor, String says) implements Condition {

        @Override
        public Optional<Evidence> at(Moment moment) {
            List<PastEvent> past = moment.past(events.type());
            if (past.isEmpty() || !events.matches(past.getLast())) {
                return Optional.empty();
            }
            PastEvent latest = past.getLast();
            return withinDays.isPresent() && !moment.within(latest.occurredAt(), withinDays.getAsInt())
                    ? Optional.empty()
                    : Optional.of(new Evidence(
                            List.of(new Reason(latest.id(), factor, latest.occurredAt())),
                            Wording.of(says, List.of(latest), Optional.empty(), moment.zone())));
        }

        @Override
        public boolean concerns(PastEvent event) {
            return events.matches(event);
        }
    }

    /** At least one of several holds; all that hold give their reasons. */
    record AnyOf(List<Condition> alternatives) implements Condition {

        @Override
        public Optional<Evidence> at(Moment moment) {
            List<Evidence> holding = alternatives.stream()
                    .map(alternative -> alternative.at(moment))
                    .flatMap(Optional::stream)
                    .toList();
            return holding.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Evidence(
                            holding.stream()
                                    .flatMap(evidence -> evidence.reasons().stream())
                                    .toList(),
                            Wording.join(holding.stream().map(Evidence::says).toList())));
        }

        @Override
        public boolean concerns(PastEvent event) {
            return alternatives.stream().anyMatch(alternative -> alternative.concerns(event));
        }
    }
}

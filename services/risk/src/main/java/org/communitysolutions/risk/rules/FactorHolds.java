package org.communitysolutions.risk.rules;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A factor is there.
 *
 * @param trend and has this trend
 * @param atLeast and its level is at least this
 * @param newsWithinDays and there was news of it in so many days
 * @param sinceDays and it has been there for at least so many days: it comes to hold by time alone
 * @param says with {@code {level}} and {@code {since}}
 */
public record FactorHolds(
        Factor factor,
        Optional<Trend> trend,
        OptionalLong atLeast,
        OptionalInt newsWithinDays,
        OptionalInt sinceDays,
        Sentence says)
        implements Condition {

    @Override
    public boolean holds(Moment moment) {
        FactorThread thread = moment.held(factor);
        return thread != null
                && (trend.isEmpty() || trend.get() == thread.trend())
                && (atLeast.isEmpty() || thread.level() >= atLeast.getAsLong())
                && (newsWithinDays.isEmpty() || moment.within(thread.latest().occurredAt(), newsWithinDays.getAsInt()))
                && (sinceDays.isEmpty()
                        || !moment.now()
                                .isBefore(thread.began().occurredAt().plus(Duration.ofDays(sinceDays.getAsInt()))));
    }

    @Override
    public Evidence evidence(Moment moment) {
        FactorThread thread = moment.held(factor);
        PastEvent latest = thread.latest();
        return new Evidence(
                List.of(new Reason(latest.id(), factor.code(), latest.occurredAt())),
                says.fill(gap -> gap.equals("level")
                        ? Wording.amount(thread)
                        : Wording.day(thread.began().day(moment.zone()))));
    }
}

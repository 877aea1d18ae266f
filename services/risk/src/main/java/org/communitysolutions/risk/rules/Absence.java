package org.communitysolutions.risk.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * Since an event none of certain others has come by a deadline. Each such event is looked at by itself; the condition
 * holds from the deadline of one that is unanswered until that one is answered after all.
 *
 * @param since what waits for an answer
 * @param answers what answers it, at the same time or later
 * @param by when the answer is to be there
 * @param says with {@code {since}} and {@code {deadline}}
 */
public record Absence(EventPattern since, List<Answer> answers, By by, Sentence says) implements Condition {

    /**
     * What answers an event.
     *
     * @param asked the fields of the event that waits, which must be the same as {@code told}, pair by pair
     * @param told the fields of the answer
     */
    public record Answer(EventPattern events, List<EventField> asked, List<EventField> told) {

        private boolean isTo(PastEvent waiting, PastEvent event) {
            if (!events.matches(event)) {
                return false;
            }
            for (int i = 0; i < asked.size(); i++) {
                Object value = asked.get(i).of(waiting);
                if (value == null || !Objects.equals(value, told.get(i).of(event))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** When an answer is to be there. */
    public sealed interface By {}

    /** So many days, of 24 hours, after the event. */
    public record DaysAfter(int days) implements By {}

    /** The beginning of the day that lies so many days after (or, below nil, before) a date which the event tells. */
    public record DayOf(EventField date, int days) implements By {}

    /** When the answer to that event is to be there; {@link Instant#MAX} if the event does not tell the date. */
    Instant deadline(PastEvent waiting, ZoneId zone) {
        return switch (by) {
            case DaysAfter after -> waiting.occurredAt().plus(Duration.ofDays(after.days()));
            case DayOf of -> {
                if (!(of.date().of(waiting) instanceof LocalDate date)) {
                    yield Instant.MAX;
                }
                Instant day = date.plusDays(of.days()).atStartOfDay(zone).toInstant();
                yield day.isBefore(waiting.occurredAt()) ? waiting.occurredAt() : day;
            }
        };
    }

    boolean isAnswered(PastEvent waiting, Moment moment) {
        for (int i = 0; i < answers.size(); i++) {
            Past past = moment.past(answers.get(i).events().kind());
            for (int j = past.size() - 1; j >= 0 && !past.get(j).occurredAt().isBefore(waiting.occurredAt()); j--) {
                if (!past.get(j).equals(waiting) && answers.get(i).isTo(waiting, past.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public boolean holds(Moment moment) {
        return unanswered(moment) != null;
    }

    /** What the moment is about if that is an unanswered one; else the last unanswered one; null if there is none. */
    private PastEvent unanswered(Moment moment) {
        if (isDue(moment.news(), moment)) {
            return moment.news();
        }
        Past past = moment.past(since.kind());
        for (int i = past.size() - 1; i >= 0; i--) {
            if (isDue(past.get(i), moment)) {
                return past.get(i);
            }
        }
        return null;
    }

    private boolean isDue(PastEvent waiting, Moment moment) {
        return since.matches(waiting)
                && !deadline(waiting, moment.zone()).isAfter(moment.now())
                && !isAnswered(waiting, moment);
    }

    @Override
    public Evidence evidence(Moment moment) {
        PastEvent waiting = unanswered(moment);
        return new Evidence(
                moment.reasons(List.of(waiting)),
                says.fill(gap -> Wording.day(
                        gap.equals("since")
                                ? waiting.day(moment.zone())
                                : LocalDate.ofInstant(deadline(waiting, moment.zone()), moment.zone()))));
    }
}

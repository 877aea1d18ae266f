package org.communitysolutions.risk.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What did not come, told from the list of all events so far. Slow and plain: see {@link ReferenceEvaluator}.
 *
 * @param zone in which a day begins
 */
record ReferenceAbsence(Absence asked, List<PastEvent> soFar, ZoneId zone) {

    /** When the answer to that event is to be there; empty if never. */
    Optional<Instant> deadline(PastEvent waiting) {
        return switch (asked.by()) {
            case Absence.DaysAfter after -> Optional.of(waiting.occurredAt().plus(Duration.ofDays(after.days())));
            case Absence.DayOf of ->
                waiting.text(of.date().name())
                        .map(LocalDate::parse)
                        .map(date -> date.plusDays(of.days()).atStartOfDay(zone).toInstant())
                        .map(day -> day.isBefore(waiting.occurredAt()) ? waiting.occurredAt() : day);
        };
    }

    /** Whether it has come, to that event. */
    boolean isAnswered(PastEvent waiting) {
        for (PastEvent event : soFar) {
            for (Absence.Answer answer : asked.answers()) {
                boolean tied = true;
                for (int i = 0; i < answer.asked().size(); i++) {
                    Object value = answer.asked().get(i).of(waiting);
                    tied &= value != null
                            && answer.events().matches(event)
                            && Objects.equals(value, answer.told().get(i).of(event));
                }
                if (tied
                        && answer.events().matches(event)
                        && !event.equals(waiting)
                        && !event.occurredAt().isBefore(waiting.occurredAt())) {
                    return true;
                }
            }
        }
        return false;
    }
}

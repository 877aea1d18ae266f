package org.communitysolutions.risk.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * So many different events, or so much of what they tell, lie within so many days of one another, the latest of them no
 * further back either. Of what was told more than once the first telling counts.
 *
 * @param distinct the fields by which two events are the same thing told twice
 * @param dated the field that dates them; without it, when they happened
 * @param sum the field that is added up; without it events are counted
 * @param atLeast how many, or how much
 * @param sequence only those later, or earlier, than another event
 * @param says with {@code {count}}, {@code {dates}} and, where a field is added up, {@code {sum}}
 */
public record EventTally(
        EventPattern events,
        List<EventField> distinct,
        Optional<EventField> dated,
        Optional<EventField> sum,
        long atLeast,
        int withinDays,
        Optional<Sequence> sequence,
        Sentence says)
        implements Condition {

    @Override
    public boolean holds(Moment moment) {
        return moment.tally(this).reaches(moment);
    }

    @Override
    public Evidence evidence(Moment moment) {
        List<PastEvent> counted = moment.tally(this).counted(moment);
        return new Evidence(moment.reasons(counted), says.fill(gap -> switch (gap) {
            case "count" -> Integer.toString(counted.size());
            case "sum" -> Wording.amount(sum.orElseThrow(), total(counted));
            default ->
                Wording.join(counted.stream()
                        .map(event -> day(event, moment))
                        .sorted()
                        .map(day -> Wording.day(LocalDate.ofEpochDay(day)))
                        .toList());
        }));
    }

    private long total(List<PastEvent> counted) {
        return counted.stream().mapToLong(sum.orElseThrow()::number).sum();
    }

    /** The day that the event counts for, in days since 1 January 1970. */
    long day(PastEvent event, Moment moment) {
        return dated.isPresent() && dated.get().of(event) instanceof LocalDate day
                ? day.toEpochDay()
                : event.day(moment.zone()).toEpochDay();
    }
}

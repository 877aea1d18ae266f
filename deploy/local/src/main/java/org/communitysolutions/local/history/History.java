package org.communitysolutions.local.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * The events of a borough up to a day. The same settings give the same events, ids included.
 *
 * <p>Nothing of it is kept: lives are drawn anew for each stretch of time, and only what was recorded in that stretch is written.
 * A stretch is as long as some {@value #EVENTS_AT_A_TIME} events are.
 *
 * @param seed any number
 * @param households how many there are
 * @param last the last day
 * @param months how long it is; at most 24
 * @param events about how many there are: everyday life fills up what the courses of lives leave. 0 for no everyday life
 */
public record History(long seed, int households, LocalDate last, int months, long events) {

    /** Of the published account. */
    public static final int USUAL_HOUSEHOLDS = LifeCourse.OF_HOUSEHOLDS;

    public static final int USUAL_MONTHS = 24;
    /** For each household: two million for 74,000. */
    public static final int USUAL_EVENTS_EACH = 27;

    private static final int EVENTS_AT_A_TIME = 150_000;
    /** Of 100 households, so many come to the borough later, one by one. */
    private static final double COMES_LATER = 0.1;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public History {
        if (households < 1 || months < 1 || months > USUAL_MONTHS || events < 0) {
            throw new IllegalArgumentException(
                    "A history has a household at least, 1 to 24 months, and no fewer than 0 events.");
        }
    }

    /**
     * Passes on all events in the order in which they were recorded.
     *
     * @param truth takes the rows about its households, see {@link Truth#HEADER}, before the events
     * @return what is true at the end
     */
    public Totals tell(Consumer<PublishedEvent> reader, Consumer<String> truth) {
        Period period = Period.until(last, months);
        Count count = new Count(period);
        Totals totals = new Totals();
        live(new Chronicle(period, count), 0, life -> {
            Truth known = life.truth();
            totals.add(known);
            if (known.isTold()) {
                truth.accept(known.row());
            }
        });
        double everyday = Math.max(0, events - count.total()) / (double) households;
        long from = period.firstDay();
        while (from < period.endDay()) {
            long to = count.stretch(from, everyday * households / period.days());
            Stretch stretch = new Stretch(Period.midnight(from), Period.midnight(to));
            live(new Chronicle(period, stretch), everyday, life -> {});
            totals.addEvents(stretch.read(reader));
            from = to;
        }
        return totals;
    }

    private void live(Chronicle chronicle, double everyday, Consumer<Life> lived) {
        for (int place = 0; place < households; place++) {
            long seedOfThis = Draw.mix(seed * 1_000_003L + place);
            Draw draw = new Draw(seedOfThis);
            LifeCourse course = LifeCourse.dealt(place);
            Household home = Household.drawn(draw, course);
            chronicle.turnTo(home, seedOfThis);
            Life life = new Life(home, draw, chronicle);
            register(life, course, chronicle.period());
            course.live(life);
            lived.accept(life);
            if (everyday > 0) {
                int told = (int) (everyday * 2 * draw.point() + draw.point());
                new EverydayLife(life, course == LifeCourse.STEADY).live(told);
            }
        }
    }

    private static void register(Life life, LifeCourse course, Period period) {
        boolean later = course == LifeCourse.STEADY && life.draw().happens(COMES_LATER);
        int days = later ? period.days() - 1 : Math.min(Life.FIRST_IMPORT_DAYS, period.days()) - 1;
        life.registered(period.firstDay() + life.draw().between(0, days));
    }

    /** Counts events by the day of their recording, and wants none. */
    private static final class Count implements Chronicle.Reader {

        private final Period period;
        private final int[] ofDay;

        Count(Period period) {
            this.period = period;
            this.ofDay = new int[period.days()];
        }

        @Override
        public boolean wants(long recordedAt) {
            if (period.holds(recordedAt)) {
                ofDay[(int) (recordedAt / Period.DAY_MILLIS - period.firstDay())]++;
            }
            return false;
        }

        @Override
        public void read(PublishedEvent event) {
            throw new IllegalStateException("No event was wanted.");
        }

        long total() {
            long total = 0;
            for (int count : ofDay) {
                total += count;
            }
            return total;
        }

        /** The day before which a stretch from a day ends: one day later at least. */
        long stretch(long from, double more) {
            long to = from;
            double held = 0;
            do {
                held += ofDay[(int) (to - period.firstDay())] + more;
                to++;
            } while (to < period.endDay() && held < EVENTS_AT_A_TIME);
            return to;
        }
    }

    /** Keeps what was recorded in a stretch of time. */
    private static final class Stretch implements Chronicle.Reader {

        private final long from;
        private final long to;
        private final List<PublishedEvent> events = new ArrayList<>();

        Stretch(long from, long to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public boolean wants(long recordedAt) {
            return recordedAt >= from && recordedAt < to;
        }

        @Override
        public void read(PublishedEvent event) {
            events.add(event);
        }

        int read(Consumer<PublishedEvent> reader) {
            events.sort(Comparator.comparingLong(PublishedEvent::recordedAt));
            events.forEach(reader);
            return events.size();
        }
    }
}

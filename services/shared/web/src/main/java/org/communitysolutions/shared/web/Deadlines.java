package org.communitysolutions.shared.web;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Clocks that people have to keep, by law or because a service asked them to. A bean; {@link ClockWatch} shows how they stand. */
public interface Deadlines {

    /**
     * How many clocks of a kind run.
     *
     * @param clock the kind, a code such as {@code prevention-duty}
     * @param running those that nobody has stopped
     * @param due of these, those that run out soon
     * @param breached of these, those that have run out
     */
    record Standing(String clock, long running, long due, long breached) {

        /** The three numbers as they stand in a query's row, from a column on. */
        public static Standing of(String clock, Object[] row, int from) {
            return new Standing(clock, number(row[from]), number(row[from + 1]), number(row[from + 2]));
        }

        private static long number(Object column) {
            return ((Number) column).longValue();
        }
    }

    /**
     * Counts each kind, none left out and restricted ones not counted.
     *
     * @param soon what runs out up to that day, and has not yet today, is due
     */
    Uni<List<Standing>> standing(Mutiny.Session session, LocalDate today, LocalDate soon);
}

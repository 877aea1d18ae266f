package org.communitysolutions.local.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a rehearsal measures and finds, as lines of {@code name=value}. */
final class Figures {

    private final List<String> lines = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    /** Work that is timed. */
    interface Step {
        void run() throws Exception;
    }

    /** Does a step, says so, and notes how long it took. */
    void time(String name, String what, Step step) throws Exception {
        System.out.println(what);
        long began = System.nanoTime();
        step.run();
        note(name + "_s", since(began));
    }

    /** Seconds since a moment of {@link System#nanoTime}. */
    static String since(long began) {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - began) / 1e9);
    }

    void note(String name, Object value) {
        lines.add(name + "=" + value);
        System.out.println("  " + lines.getLast());
    }

    /** Notes a number that has to be nought. */
    void demandNone(String name, long found) {
        note(name, found);
        if (found != 0) {
            faults.add(name + " is " + found + " and has to be 0");
        }
    }

    /** What is not as it has to be. */
    List<String> faults() {
        return faults;
    }

    void print() {
        System.out.println();
        lines.forEach(System.out::println);
    }
}

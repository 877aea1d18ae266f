package org.communitysolutions.local;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** For logs and pipes: a line for each change, nothing redrawn. */
final class PlainScreen implements Screen {

    private static final int STEP_PERCENT = 10;

    private final PrintStream out;
    private final Map<String, Integer> shownPercent = new HashMap<>();

    PlainScreen(PrintStream out) {
        this.out = out;
    }

    @Override
    public void watch(List<String> parts) {
        // Each part appears with its first change.
    }

    @Override
    public void settle() {
        // Nothing is ever redrawn.
    }

    @Override
    public synchronized void say(String text) {
        out.println(text);
    }

    @Override
    public synchronized void changed(Status status) {
        out.println(PartLine.of(status));
        status.lastLines().forEach(line -> out.println("    | " + line));
    }

    @Override
    public synchronized void advance(Bar bar) {
        int step = bar.isComplete() ? 100 : bar.percent() / STEP_PERCENT * STEP_PERCENT;
        Integer before = shownPercent.put(bar.what(), step);
        if (before == null || before != step) {
            out.println(bar);
        }
    }
}

package org.communitysolutions.local;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.communitysolutions.embedded.Progress;

/** Where a run tells people how it fares. Called from several threads. */
interface Screen extends Progress {

    /** A screen that redraws where the output is a terminal, and one that only adds lines where it is not. */
    static Screen on(PrintStream out, Map<String, String> environment) {
        String columns = environment.getOrDefault("TERMINAL_COLUMNS", "");
        return columns.isBlank() ? new PlainScreen(out) : new TerminalScreen(out, Integer.parseInt(columns));
    }

    /** From now on each of these parts has a line that shows its state. */
    void watch(List<String> parts);

    /** The lines of the parts stay as they are; what changes later is told in lines of its own. */
    void settle();

    /** Adds a line, or several. */
    void say(String text);

    /** Shows how far something has come; the bar stays when it is complete. */
    void advance(Bar bar);
}

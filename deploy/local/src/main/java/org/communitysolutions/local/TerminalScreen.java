package org.communitysolutions.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** For people at a terminal: one line for each part, redrawn in place while they start. */
final class TerminalScreen implements Screen {

    private static final long BETWEEN_DRAWS_MILLIS = 200;
    private static final String CLEAR_LINE = "\r\033[K";
    private static final String GREEN = "\033[32m";
    private static final String RED = "\033[31m";
    private static final String DIM = "\033[2m";
    private static final String PLAIN = "\033[0m";

    /** What a part said last, and when. */
    private record Heard(Status status, long at) {

        Duration elapsed(boolean live) {
            boolean counts = live && status.state() == State.STARTING;
            return counts ? status.elapsed().plusNanos(System.nanoTime() - at) : status.elapsed();
        }
    }

    private final PrintStream out;
    private final int columns;
    private final Map<String, Heard> parts = new LinkedHashMap<>();
    private boolean live;
    private int drawn;
    private boolean barOpen;

    TerminalScreen(PrintStream out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    @Override
    public synchronized void watch(List<String> names) {
        for (String name : names) {
            parts.put(
                    name,
                    new Heard(
                            new Status(name, State.WAITING, "", Duration.ZERO, OptionalLong.empty(), null, List.of()),
                            System.nanoTime()));
        }
        live = true;
        Thread.ofVirtual().name("screen").start(this::redrawWhileLive);
    }

    private void redrawWhileLive() {
        try {
            while (isLive()) {
                draw();
                Thread.sleep(BETWEEN_DRAWS_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isLive() {
        return live;
    }

    private synchronized void draw() {
        if (!live) {
            return;
        }
        StringBuilder frame = new StringBuilder();
        erase(frame);
        for (Heard heard : parts.values()) {
            frame.append(coloured(heard)).append('\n');
        }
        drawn = parts.size();
        out.print(frame);
        out.flush();
    }

    private void erase(StringBuilder frame) {
        if (drawn > 0) {
            frame.append("\033[").append(drawn).append("A\033[J");
            drawn = 0;
        }
    }

    private String coloured(Heard heard) {
        String line = PartLine.of(heard.status(), heard.elapsed(live));
        String fitting = line.length() < columns ? line : line.substring(0, Math.max(1, columns - 1));
        String colour =
                switch (heard.status().state()) {
                    case READY -> GREEN;
                    case FAILED -> RED;
                    case WAITING, STOPPED -> DIM;
                    case STARTING -> PLAIN;
                };
        return colour + fitting + PLAIN;
    }

    @Override
    public synchronized void settle() {
        draw();
        live = false;
        drawn = 0;
    }

    @Override
    public synchronized void say(String text) {
        StringBuilder above = new StringBuilder();
        erase(above);
        out.print(above);
        endBar();
        out.println(text);
        draw();
    }

    @Override
    public synchronized void changed(Status status) {
        Heard heard = new Heard(status, System.nanoTime());
        parts.put(status.name(), heard);
        if (live) {
            draw();
        } else {
            say(coloured(heard));
        }
        if (!status.lastLines().isEmpty()) {
            say("    | " + String.join("\n    | ", status.lastLines()));
        }
    }

    @Override
    public synchronized void advance(Bar bar) {
        String line = bar.toString();
        out.print(CLEAR_LINE + (line.length() < columns ? line : line.substring(0, Math.max(1, columns - 1))));
        out.flush();
        barOpen = true;
        if (bar.isComplete()) {
            endBar();
        }
    }

    private void endBar() {
        if (barOpen) {
            out.println();
            barOpen = false;
        }
    }
}

package org.communitysolutions.risk.rules;

import java.util.ArrayList;
import java.util.List;

/** Which pieces of one kind of work are open with a household, up to a moment. */
final class WorkThread {

    /** A piece of work, and the last event of each step that opened it. */
    private static final class Piece {
        private final String name;
        private final PastEvent[] opened;
        private boolean open;

        private Piece(String name, int steps) {
            this.name = name;
            this.opened = new PastEvent[steps];
        }
    }

    private final WorkKind kind;
    private final List<Piece> pieces = new ArrayList<>(2);

    WorkThread(WorkKind kind) {
        this.kind = kind;
    }

    void move(PastEvent event) {
        for (int step = 0; step < kind.opens().size(); step++) {
            WorkKind.Step opens = kind.opens().get(step);
            if (opens.on().matches(event)) {
                Piece piece = piece(Signal.strand(opens.each(), event));
                piece.open = true;
                piece.opened[step] = event;
            }
        }
        for (int step = 0; step < kind.closes().size(); step++) {
            WorkKind.Step closes = kind.closes().get(step);
            if (closes.on().matches(event)) {
                piece(Signal.strand(closes.each(), event)).open = false;
            }
        }
    }

    private Piece piece(String name) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).name.equals(name)) {
                return pieces.get(i);
            }
        }
        Piece piece = new Piece(name, kind.opens().size());
        pieces.add(piece);
        return piece;
    }

    /**
     * The event that opened the first open piece which passes.
     *
     * @param patterns what the last event of these steps must be; null for a step that says nothing of what is asked
     * @return null if no open piece passes
     */
    PastEvent open(List<EventPattern> patterns) {
        for (int i = 0; i < pieces.size(); i++) {
            PastEvent told = pieces.get(i).open ? told(pieces.get(i), patterns) : null;
            if (told != null) {
                return told;
            }
        }
        return null;
    }

    private static PastEvent told(Piece piece, List<EventPattern> patterns) {
        PastEvent last = null;
        EventPattern asked = null;
        for (int step = 0; step < piece.opened.length; step++) {
            PastEvent opened = piece.opened[step];
            if (opened != null && patterns.get(step) != null && (last == null || opened.compareTo(last) > 0)) {
                last = opened;
                asked = patterns.get(step);
            }
        }
        return last != null && asked.matches(last) ? last : null;
    }
}

package org.communitysolutions.risk.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which kinds of work are open with a household: what {@link OpenWork} says, without the pieces. It is asked at each
 * evaluation, so it is worked out beforehand which events open or close work, and what can be answered; most histories
 * have no such event.
 */
public final class OpenKinds {

    private final Map<KnownEvent, Move[]> moves = new HashMap<>();
    /** By the kinds that are open, as bits. */
    private final List<List<String>> answers = new ArrayList<>();

    /**
     * How an event may move a kind of work.
     *
     * @param kind its place in the vocabulary
     * @param opens whether it opens a piece, or else closes one
     */
    private record Move(int kind, boolean opens, WorkKind.Step step) {}

    /** A piece of work. */
    private record Piece(int kind, String id) {}

    public OpenKinds(Vocabulary vocabulary) {
        List<WorkKind> kinds = List.copyOf(vocabulary.work().values());
        for (int place = 0; place < kinds.size(); place++) {
            int kind = place;
            kinds.get(kind).opens().forEach(step -> add(new Move(kind, true, step)));
            kinds.get(kind).closes().forEach(step -> add(new Move(kind, false, step)));
        }
        for (int open = 0; open < 1 << kinds.size(); open++) {
            List<String> codes = new ArrayList<>();
            for (int kind = 0; kind < kinds.size(); kind++) {
                if ((open >> kind & 1) == 1) {
                    codes.add(kinds.get(kind).code());
                }
            }
            answers.add(List.copyOf(codes));
        }
    }

    private void add(Move move) {
        moves.merge(move.step().on().kind(), new Move[] {move}, (before, more) -> {
            Move[] all = Arrays.copyOf(before, before.length + 1);
            all[before.length] = more[0];
            return all;
        });
    }

    /** The codes of the kinds of which a piece is open after those events, as the vocabulary lists them. */
    public List<String> of(Collection<PastEvent> happened) {
        List<PastEvent> telling = null;
        for (PastEvent event : happened) {
            if (moves.containsKey(event.kind())) {
                telling = telling == null ? new ArrayList<>(4) : telling;
                telling.add(event);
            }
        }
        if (telling == null) {
            return answers.getFirst();
        }
        Collections.sort(telling);
        int open = 0;
        for (Piece piece : open(telling)) {
            open |= 1 << piece.kind();
        }
        return answers.get(open);
    }

    private List<Piece> open(List<PastEvent> inOrder) {
        List<Piece> open = new ArrayList<>(4);
        for (PastEvent event : inOrder) {
            for (Move move : moves.get(event.kind())) {
                if (move.step().on().matches(event)) {
                    Piece piece =
                            new Piece(move.kind(), Signal.strand(move.step().each(), event));
                    open.remove(piece);
                    if (move.opens()) {
                        open.add(piece);
                    }
                }
            }
        }
        return open;
    }
}

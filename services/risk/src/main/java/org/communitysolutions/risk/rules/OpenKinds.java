package org.communitysolutions.risk.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which kinds of work are open with a household: what {@link OpenWork} says, without the pieces. It is asked at each
 * evaluation, so it is worked out beforehand which events open or close work; most histories have none.
 */
public final class OpenKinds {

    private final List<String> kinds;
    private final Map<KnownEvent, List<Move>> moves = new HashMap<>();

    /** How an event may move a kind of work: it opens a piece, or else closes it. */
    private record Move(String kind, boolean opens, WorkKind.Step step) {
        Piece piece(PastEvent event) {
            return new Piece(kind, Signal.strand(step.each(), event));
        }
    }

    private record Piece(String kind, String id) {}

    public OpenKinds(Vocabulary vocabulary) {
        this.kinds = List.copyOf(vocabulary.work().keySet());
        for (WorkKind kind : vocabulary.work().values()) {
            kind.opens().forEach(step -> add(new Move(kind.code(), true, step)));
            kind.closes().forEach(step -> add(new Move(kind.code(), false, step)));
        }
    }

    private void add(Move move) {
        moves.computeIfAbsent(move.step().on().kind(), none -> new ArrayList<>())
                .add(move);
    }

    /** The codes of the kinds of which a piece is open after those events, as the vocabulary lists them. */
    public List<String> of(Collection<PastEvent> happened) {
        List<PastEvent> telling = new ArrayList<>(0);
        for (PastEvent event : happened) {
            if (moves.containsKey(event.kind())) {
                telling.add(event);
            }
        }
        if (telling.isEmpty()) {
            return List.of();
        }
        Collections.sort(telling);
        Set<Piece> open = new HashSet<>();
        for (PastEvent event : telling) {
            for (Move move : moves.get(event.kind())) {
                if (move.step().on().matches(event)) {
                    if (move.opens()) {
                        open.add(move.piece(event));
                    } else {
                        open.remove(move.piece(event));
                    }
                }
            }
        }
        return kinds.stream()
                .filter(kind -> open.stream().anyMatch(piece -> piece.kind().equals(kind)))
                .toList();
    }
}

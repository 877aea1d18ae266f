package org.communitysolutions.risk.stream;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.journal.Histories;
import org.communitysolutions.risk.tasks.KnownTask;

/**
 * A household as the stream holds it: its history and what was last said of it.
 *
 * @param lane the number of the partition that its events come by
 * @param standard what standard events tell; empty while none has
 * @param restricted what restricted events add; empty while there is none
 * @param tasks those that were announced, withdrawn ones too
 */
public record Household(UUID id, int lane, Optional<Part> standard, Optional<Part> restricted, List<KnownTask> tasks) {

    /**
     * One of the two parts that are kept apart.
     *
     * @param version grows by one with each writing of its row
     * @param history packed: of the restricted part, restricted events alone
     * @param told what was last announced
     * @param wakesAt when something changes without news
     */
    @SuppressWarnings("ArrayRecordComponent") // packed bytes, which nobody compares
    public record Part(int version, byte[] history, StoredState told, Optional<Instant> wakesAt) {

        private Part dueAt(Instant time) {
            return new Part(version, history, told, Optional.of(time));
        }
    }

    public static Household unknown(UUID id, int lane) {
        return new Household(id, lane, Optional.empty(), Optional.empty(), List.of());
    }

    /** The same, with its events coming by another lane. */
    Household in(int other) {
        return new Household(id, other, standard, restricted, tasks);
    }

    /** The same, with tasks that were announced. */
    public Household with(List<KnownTask> announced) {
        return new Household(id, lane, standard, restricted, announced);
    }

    /** The same, with its histories packed anew; due for evaluation at once. */
    public Household with(Histories.Packed histories) {
        return new Household(
                id, lane, anew(standard, histories.standard()), anew(restricted, histories.restricted()), tasks);
    }

    /** The same, due for evaluation at that time. */
    Household dueAt(Instant time) {
        return new Household(
                id, lane, standard.map(part -> part.dueAt(time)), restricted.map(part -> part.dueAt(time)), tasks);
    }

    private static Optional<Part> anew(Optional<Part> part, byte[] history) {
        return part.map(known -> new Part(known.version(), history, known.told(), Optional.of(Instant.MIN)))
                .or(() -> history.length == 0
                        ? Optional.empty()
                        : Optional.of(new Part(0, history, StoredState.NOTHING, Optional.of(Instant.MIN))));
    }

    /** When something changes without news; the end of time if nothing does. */
    Instant wakesAt() {
        Instant first = standard.flatMap(Part::wakesAt).orElse(Instant.MAX);
        Instant second = restricted.flatMap(Part::wakesAt).orElse(Instant.MAX);
        return first.isBefore(second) ? first : second;
    }
}

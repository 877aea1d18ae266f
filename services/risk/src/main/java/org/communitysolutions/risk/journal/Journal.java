package org.communitysolutions.risk.journal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.risk.journal.persistence.JournalRows;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.shared.messaging.ReceivedEvent;
import org.communitysolutions.shared.messaging.SeenMarks;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * All that was told of households. An event's row is the mark that it was taken in, so that one statement keeps both.
 * Who may not see restricted events finds none.
 */
@ApplicationScoped
public class Journal implements SeenMarks {

    private final JournalRows rows;
    private final EventData data;

    Journal(JournalRows rows, EventData data) {
        this.rows = rows;
        this.data = data;
    }

    @Override
    public Uni<Set<UUID>> mark(Mutiny.Session session, List<ReceivedEvent> events) {
        return rows.add(session, events.stream().map(data::entry).toList());
    }

    /** The events of those types that happened to each of the households. */
    public Uni<Map<UUID, List<PastEvent>>> histories(
            Mutiny.Session session, Collection<UUID> households, Set<String> types) {
        return rows.of(session, households, types).map(entries -> {
            Map<UUID, List<PastEvent>> histories = new HashMap<>();
            for (JournalEntry entry : entries) {
                data.past(entry).ifPresent(event -> histories
                        .computeIfAbsent(entry.household().orElseThrow(), household -> new ArrayList<>())
                        .add(event));
            }
            return histories;
        });
    }

    /** All that happened to one household, oldest first. */
    public Uni<List<JournalEntry>> of(Mutiny.Session session, UUID household) {
        return rows.of(session, household);
    }

    /** What happened to one household before that event of it, newest first; from the newest if none is given. */
    public Uni<List<JournalEntry>> before(Mutiny.Session session, UUID household, Optional<UUID> event, int most) {
        return rows.before(session, household, event, most);
    }
}

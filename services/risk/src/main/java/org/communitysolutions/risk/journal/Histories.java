package org.communitysolutions.risk.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.communitysolutions.risk.journal.persistence.HistoryRows;
import org.communitysolutions.risk.rules.PastEvent;

/** Households' histories from the journal, which has all that they can be made of, and packed anew. */
@ApplicationScoped
public class Histories {

    private final HistoryRows rows;
    private final EventData data;
    private final PackedHistory packed;

    Histories(HistoryRows rows, EventData data, PackedHistory packed) {
        this.rows = rows;
        this.data = data;
        this.packed = packed;
    }

    /** A household's two histories, packed. */
    @SuppressWarnings("ArrayRecordComponent") // packed bytes, which nobody compares
    public record Packed(byte[] standard, byte[] restricted) {

        /** Of a household that nothing is told of. */
        public static final Packed NOTHING = new Packed(PackedHistory.EMPTY, PackedHistory.EMPTY);
    }

    /** The histories of those of the households that the journal tells anything of. */
    public Map<UUID, Packed> of(Connection connection, Collection<UUID> households) throws SQLException {
        Map<UUID, Packed> histories = new HashMap<>();
        events(connection, households)
                .forEach(
                        (household, past) -> histories.put(household, new Packed(pack(past, false), pack(past, true))));
        return histories;
    }

    /** The events of those of the households that the journal tells anything of, in no order. */
    public Map<UUID, List<PastEvent>> events(Connection connection, Collection<UUID> households) throws SQLException {
        Map<UUID, List<PastEvent>> events = new HashMap<>();
        rows.of(connection, households, entry -> data.past(entry)
                .ifPresent(past -> events.computeIfAbsent(entry.household().orElseThrow(), none -> new ArrayList<>())
                        .add(past)));
        return events;
    }

    private byte[] pack(List<PastEvent> events, boolean restricted) {
        return packed.open(PackedHistory.EMPTY, restricted)
                .add(events.stream()
                        .filter(event -> event.restricted() == restricted)
                        .toList())
                .bytes();
    }
}

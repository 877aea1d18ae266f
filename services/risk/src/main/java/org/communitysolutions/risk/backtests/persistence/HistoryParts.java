package org.communitysolutions.risk.backtests.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.risk.journal.Histories;
import org.communitysolutions.risk.journal.PackedHistory;

/** Reads the histories of all households part by part, so far as the transaction's caller is cleared for them. */
@ApplicationScoped
public class HistoryParts {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String NEXT = """
        select household, restricted, format, history from household_state
        where household > ? order by household, restricted limit ?
        """;

    private static final String OF =
            "select household, restricted, format, history from household_state where household = any (?)";

    private final PackedHistory packed;
    private final Histories histories;

    HistoryParts(PackedHistory packed, Histories histories) {
        this.packed = packed;
        this.histories = histories;
    }

    /**
     * Some households, whole.
     *
     * @param last where the next part goes on; empty if there is none
     */
    public record Part(Map<UUID, Histories.Packed> households, Optional<UUID> last) {}

    public int households(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select count(distinct household) from household_state");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Those behind that one in the order of their ids, of so many rows: a household has one or two. */
    public Part after(Connection connection, Optional<UUID> household, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setObject(1, household.orElse(BEFORE_ALL));
            statement.setInt(2, most);
            Rows rows = new Rows().read(statement);
            boolean more = rows.read == most;
            if (more) {
                rows.leaveOutLast();
            }
            Map<UUID, Histories.Packed> part = rows.whole(connection);
            return new Part(part, more ? part.keySet().stream().reduce((one, next) -> next) : Optional.empty());
        }
    }

    /** Those of the households of which anything is told. */
    public Map<UUID, Histories.Packed> of(Connection connection, Collection<UUID> households) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF)) {
            statement.setArray(1, connection.createArrayOf("uuid", households.toArray()));
            return new Rows().read(statement).whole(connection);
        }
    }

    /** Households as their rows are read. */
    private final class Rows {

        private final Map<UUID, Histories.Packed> part = new LinkedHashMap<>();
        private final Set<UUID> packedOtherwise = new HashSet<>();
        private UUID last = BEFORE_ALL;
        private int read;

        Rows read(PreparedStatement statement) throws SQLException {
            ResultSet rows = statement.executeQuery();
            for (; rows.next(); read++) {
                last = rows.getObject(1, UUID.class);
                part.merge(last, history(rows), HistoryParts::joined);
                if (rows.getInt(3) != packed.format()) {
                    packedOtherwise.add(last);
                }
            }
            return this;
        }

        /** The last may have another row. */
        void leaveOutLast() {
            part.remove(last);
            packedOtherwise.remove(last);
        }

        /** All of them, packed as this release packs them. */
        Map<UUID, Histories.Packed> whole(Connection connection) throws SQLException {
            if (!packedOtherwise.isEmpty()) {
                Map<UUID, Histories.Packed> anew = histories.of(connection, packedOtherwise);
                packedOtherwise.forEach(id -> part.put(id, anew.getOrDefault(id, Histories.Packed.NOTHING)));
            }
            return part;
        }
    }

    private static Histories.Packed history(ResultSet row) throws SQLException {
        byte[] history = row.getBytes(4);
        return row.getBoolean(2)
                ? new Histories.Packed(PackedHistory.EMPTY, history)
                : new Histories.Packed(history, PackedHistory.EMPTY);
    }

    private static Histories.Packed joined(Histories.Packed standard, Histories.Packed restricted) {
        return new Histories.Packed(standard.standard(), restricted.restricted());
    }
}

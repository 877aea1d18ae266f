package org.communitysolutions.risk.backtests.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    private static final Histories.Packed NOTHING = new Histories.Packed(PackedHistory.EMPTY, PackedHistory.EMPTY);

    private static final String NEXT = """
        select household, restricted, format, history from household_state
        where household > ? order by household, restricted limit ?
        """;

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
        Map<UUID, Histories.Packed> part = new LinkedHashMap<>();
        Set<UUID> packedOtherwise = new HashSet<>();
        int read = 0;
        UUID last = BEFORE_ALL;
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setObject(1, household.orElse(BEFORE_ALL));
            statement.setInt(2, most);
            ResultSet rows = statement.executeQuery();
            for (; rows.next(); read++) {
                last = rows.getObject(1, UUID.class);
                part.merge(last, history(rows), HistoryParts::joined);
                if (rows.getInt(3) != packed.format()) {
                    packedOtherwise.add(last);
                }
            }
        }
        if (read == most) {
            part.remove(last);
            packedOtherwise.remove(last);
        }
        if (!packedOtherwise.isEmpty()) {
            Map<UUID, Histories.Packed> anew = histories.of(connection, packedOtherwise);
            packedOtherwise.forEach(id -> part.put(id, anew.getOrDefault(id, NOTHING)));
        }
        return new Part(part, read == most ? part.keySet().stream().reduce((one, next) -> next) : Optional.empty());
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

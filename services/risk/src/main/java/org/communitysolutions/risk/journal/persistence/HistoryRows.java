package org.communitysolutions.risk.journal.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.communitysolutions.risk.journal.JournalEntry;

/** The journal's rows on a connection of the stream. */
@ApplicationScoped
public class HistoryRows {

    private static final int ROWS_AT_ONCE = 2_000;

    private static final String OF_HOUSEHOLDS = """
        select event_id, household, type, occurred_at, received_at, restricted, data
        from journal_event where household = any (?)
        """;

    /** Hands over all events of these households, in no order. */
    public void of(Connection connection, Collection<UUID> households, Consumer<JournalEntry> reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_HOUSEHOLDS)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.setArray(1, connection.createArrayOf("uuid", households.toArray()));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                reader.accept(new JournalEntry(
                        rows.getObject(1, UUID.class),
                        Optional.of(rows.getObject(2, UUID.class)),
                        rows.getString(3),
                        rows.getObject(4, OffsetDateTime.class).toInstant(),
                        rows.getObject(5, OffsetDateTime.class).toInstant(),
                        rows.getBoolean(6),
                        rows.getString(7)));
            }
        }
    }
}

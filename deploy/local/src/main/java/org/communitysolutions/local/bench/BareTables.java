package org.communitysolutions.local.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The tables that the risk service writes for each event, as the bare loop writes them: journal, state, position. They are the
 * service's own, made by its migrations, and so are their indexes.
 */
final class BareTables {

    private static final String INCOMING = """
            create temporary table if not exists incoming (
                household uuid, restricted boolean, lane smallint, history bytea, score integer, band text, factors jsonb,
                tenure text, ward text, adults integer, children integer, as_of timestamptz, factors_version text,
                rules_version text
            ) on commit delete rows
            """;
    private static final String UPSERT = """
            insert into household_state_rows (household, restricted, lane, version, format, history, score, band, factors, tenure,
                ward, adults, children, as_of, factors_version, rules_version)
            select household, restricted, lane, 1, 1, history, score, band, factors, tenure, ward, adults, children, as_of,
                factors_version, rules_version
            from incoming
            on conflict (household, restricted) do update set
                lane = excluded.lane, version = household_state_rows.version + 1, history = excluded.history,
                score = excluded.score, band = excluded.band, factors = excluded.factors, tenure = excluded.tenure,
                ward = excluded.ward, adults = excluded.adults, children = excluded.children, as_of = excluded.as_of,
                factors_version = excluded.factors_version, rules_version = excluded.rules_version
            """;
    private static final String ADVANCE = """
            insert into stream_position (topic, partition, next_offset)
            select * from unnest(?::text[], ?::integer[], ?::bigint[])
            on conflict (topic, partition) do update set next_offset = excluded.next_offset
            """;

    private static final byte[] BAND = ascii("low");
    private static final byte[] TENURE = ascii("private-rent");
    private static final byte[] WARD = ascii("NB-07");
    private static final byte[] EDITION = ascii("2026.1");
    /** About what the factors of a household come to. */
    private static final byte[] FACTORS = ascii("""
            [{"factor": "private-rent", "since": "2024-12-03T09:12:44.120Z", "beganBy": "0193a1f0-7c00-7000-8000-000000000000"}]""");

    private final Connection connection;
    private final CopyManager copy;
    private final BinaryRows rows = new BinaryRows();

    BareTables(Connection connection) throws SQLException {
        this.connection = connection;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try (Statement statement = connection.createStatement()) {
            statement.execute(INCOMING);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Writes a batch; the caller commits. */
    void write(BareBatch batch, long now) throws SQLException {
        journal(batch.events(), now);
        states(batch.lane(), batch.touched());
        advance(batch);
    }

    private void journal(List<BareBatch.Event> events, long now) throws SQLException {
        rows.begin(copy.copyIn("copy journal_event_rows from stdin with (format binary)"));
        for (BareBatch.Event event : events) {
            rows.row(7).uuid(event.idHigh(), event.idLow());
            if (event.aboutHousehold()) {
                rows.uuid(event.householdHigh(), event.householdLow());
            } else {
                rows.missing();
            }
            rows.bytes(event.type())
                    .timestamp(event.occurredAt())
                    .timestamp(now)
                    .flag(event.restricted())
                    .bytes(event.data());
        }
        rows.end();
    }

    private void states(int lane, Collection<BareState> touched) throws SQLException {
        rows.begin(copy.copyIn("copy incoming from stdin with (format binary)"));
        for (BareState state : touched) {
            rows.row(14)
                    .uuid(state.household().high(), state.household().low())
                    .flag(state.household().restricted())
                    .smallint(lane)
                    .bytes(state.history(), state.length())
                    .integer(Math.min(1_000, state.events()))
                    .bytes(BAND)
                    .json(FACTORS)
                    .bytes(TENURE)
                    .bytes(WARD)
                    .integer(2)
                    .integer(1)
                    .timestamp(state.asOf())
                    .bytes(EDITION)
                    .bytes(EDITION);
        }
        rows.end();
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.executeUpdate();
        }
    }

    private void advance(BareBatch batch) throws SQLException {
        try (PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
            advance.setArray(1, connection.createArrayOf("text", batch.topics()));
            advance.setArray(2, connection.createArrayOf("integer", batch.partitions()));
            advance.setArray(3, connection.createArrayOf("bigint", batch.nextOffsets()));
            advance.executeUpdate();
        }
    }
}

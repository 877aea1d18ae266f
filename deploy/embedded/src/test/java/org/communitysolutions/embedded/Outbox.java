package org.communitysolutions.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** The outbox of a service's database, as the service would migrate it and write to it. */
record Outbox(Addresses addresses, String database) {

    private static final AtomicLong LAST = new AtomicLong();

    void migrate() throws SQLException {
        new Sql(addresses, database, Databases.owner(database)).run("""
            create table outbox (
              id uuid primary key, destination text not null, record_key text not null, type text not null,
              source text not null, subject text, occurred_at timestamptz not null, dataschema text not null,
              sensitivity text not null, causation_id text not null, traceparent text not null,
              data text not null, created_at timestamptz not null default now());
            create publication outbox for table outbox with (publish = 'insert');
            grant select on outbox to outbox_connector;
            """);
    }

    /** Commits one row about a household, or about none. */
    UUID commit(String destination, UUID household, String data) throws SQLException {
        try (Connection connection = connect()) {
            return add(connection, destination, household, data);
        }
    }

    /** As the service. */
    Connection connect() throws SQLException {
        return new Sql(addresses, database, Databases.application(database)).connect();
    }

    /** Adds one row in the connection's transaction. */
    static UUID add(Connection connection, String destination, UUID household, String data) throws SQLException {
        UUID id = nextId();
        String subject = household == null ? "null" : "'" + household + "'";
        UUID key = household == null ? id : household;
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                insert into outbox values ('%s', '%s', '%s', 'org.communitysolutions.intake.contact-received.v1',
                  '/intake', %s, '2026-03-01 08:30:00.25+00', 'https://example.org/contact-received.v1.schema.json',
                  'standard', 'cause-1', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', '%s')
                """.formatted(id, destination, key, subject, data));
        }
        return id;
    }

    /** Sorts by the time it was made (RFC 9562, version 7), like the ids that services make. */
    private static UUID nextId() {
        long next = LAST.accumulateAndGet(System.currentTimeMillis() << 12, (last, now) -> Math.max(last + 1, now));
        return new UUID(
                ((next >>> 12) << 16) | 0x7000 | (next & 0xFFF),
                Long.MIN_VALUE | (ThreadLocalRandom.current().nextLong() >>> 2));
    }
}

package org.communitysolutions.embedded;

import java.sql.SQLException;
import java.util.UUID;

/** The outbox of a service's database, as the service would migrate it and write to it. */
record Outbox(Addresses addresses, String database) {

    void migrate() throws SQLException {
        new Sql(addresses, database, Databases.owner(database)).run("""
                        create table outbox (
                          id uuid primary key, destination text not null, record_key text not null, type text not null,
                          source text not null, subject text, occurred_at timestamptz not null, dataschema text not null,
                          sensitivity text not null, causation_id text not null, traceparent text not null,
                          data text not null, created_at timestamptz not null default clock_timestamp());
                        create publication outbox for table outbox with (publish = 'insert');
                        grant select on outbox to outbox_connector;
                        """);
    }

    /** Commits one row about a household, or about none. */
    UUID commit(String destination, UUID household, String data) throws SQLException {
        UUID id = UUID.randomUUID();
        String subject = household == null ? "null" : "'" + household + "'";
        UUID key = household == null ? id : household;
        new Sql(addresses, database, Databases.application(database))
                .run("""
                        insert into outbox values ('%s', '%s', '%s', 'org.communitysolutions.intake.contact-received.v1',
                          '/intake', %s, '2026-03-01 08:30:00.25+00', 'https://example.org/contact-received.v1.schema.json',
                          'standard', 'cause-1', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', '%s')
                        """.formatted(id, destination, key, subject, data));
        return id;
    }
}

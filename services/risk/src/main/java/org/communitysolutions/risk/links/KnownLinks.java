package org.communitysolutions.risk.links;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What was told of merges, in the database. The number of times that it has changed tells who has it in memory. */
@ApplicationScoped
public class KnownLinks {

    private static final String ALL =
            "select event_id, household, into_household, merges, occurred_at from household_link";

    private static final String ADD = """
        insert into household_link (event_id, household, into_household, merges, occurred_at) values (?, ?, ?, ?, ?)
        on conflict do nothing
        """;

    private static final String STANDS = """
        insert into merged_household (household, into_household, surviving, event_id, since) values (?, ?, ?, ?, ?)
        """;

    /**
     * The links as they are at some time.
     *
     * @param version grows with each change of them
     */
    public record Version(long version, HouseholdLinks links) {

        /** Before the database was asked. */
        public static final Version NONE = new Version(-1, HouseholdLinks.NONE);
    }

    /** The links as they are now; the same as is known if nothing has changed. */
    public Version read(Connection connection, Version known) throws SQLException {
        long version = number(connection, "select version from household_link_version");
        if (version == known.version()) {
            return known;
        }
        List<HouseholdLink> links = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                links.add(link(
                        rows.getObject(1),
                        rows.getObject(2),
                        rows.getObject(3),
                        rows.getObject(4),
                        rows.getObject(5, OffsetDateTime.class)));
            }
        }
        return new Version(version, HouseholdLinks.of(links));
    }

    /** Keeps the links from changing until the transaction ends; tells whether they are still those. */
    public boolean hold(Connection connection, Version known) throws SQLException {
        return number(connection, "select version from household_link_version for share") == known.version();
    }

    /** Keeps everyone else from using links until the transaction ends; tells whether they are still those. */
    public boolean holdAlone(Connection connection, Version known) throws SQLException {
        return number(connection, "select version from household_link_version for update") == known.version();
    }

    /** Adds what is told, to what is held alone. */
    public Version add(Connection connection, Version known, Collection<HouseholdLink> told) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            for (HouseholdLink link : told) {
                statement.setObject(1, link.event());
                statement.setObject(2, link.household());
                statement.setObject(3, link.into());
                statement.setBoolean(4, link.merges());
                statement.setObject(5, at(link.occurredAt()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
        HouseholdLinks links = known.links().with(told);
        stand(connection, links);
        return new Version(
                number(connection, "update household_link_version set version = version + 1 returning version"), links);
    }

    /** Writes anew what the links come to, for queries: merges are rare, and few households are merged at any time. */
    private static void stand(Connection connection, HouseholdLinks links) throws SQLException {
        try (PreparedStatement clear = connection.prepareStatement("delete from merged_household");
                PreparedStatement statement = connection.prepareStatement(STANDS)) {
            clear.executeUpdate();
            for (HouseholdLink link : links.standing()) {
                statement.setObject(1, link.household());
                statement.setObject(2, link.into());
                statement.setObject(3, links.surviving(link.household()));
                statement.setObject(4, link.event());
                statement.setObject(5, at(link.occurredAt()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** All that was told, for a look at a household. */
    public Uni<HouseholdLinks> read(Mutiny.Session session) {
        return session.createNativeQuery(ALL, Object[].class)
                .getResultList()
                .map(rows ->
                        HouseholdLinks.of(rows.stream().map(KnownLinks::link).toList()));
    }

    /** @param row the columns of {@link #ALL} */
    private static HouseholdLink link(Object... row) {
        return new HouseholdLink(
                (UUID) row[0], (UUID) row[1], (UUID) row[2], (Boolean) row[3], ((OffsetDateTime) row[4]).toInstant());
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}

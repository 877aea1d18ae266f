package org.communitysolutions.risk.editions.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.communitysolutions.risk.rules.loading.EditionText;

/** Which editions count, and their texts, on a connection of the stream. */
@ApplicationScoped
public class StandingRows {

    /**
     * The two numbers are of this alone in this database. Who evaluates households holds the lock together with others, who
     * switches holds it alone: so nothing that was evaluated by the edition before is committed after the switch.
     */
    static final String LOCK = "pg_advisory_xact_lock%s(20263, 1)";

    /** Who loads, approves or switches holds this. */
    static final String COMMANDS_LOCK = "pg_advisory_xact_lock(20263, 2)";

    private static final String NEWEST = """
        select (select version from edition_switch order by number desc limit 1), s.number, s.version
        from (select) one left join shadow_run s on s.ended_at is null
        """;

    static final String APPROVED = """
        select e.version, e.factors, e.rules from edition e join edition_approval a on a.version = e.version
        order by a.approved_at
        """;

    /** Two statements in one go, as the second has to see what was committed while the first waited. */
    private static final String STANDING = "select " + LOCK.formatted("_shared") + "; " + NEWEST;

    private static final String LIVE_BEFORE = """
        select coalesce((select version from edition_switch where switched_at < ? order by number desc limit 1),
                        (select version from edition_switch order by number limit 1))
        """;

    /**
     * Which editions count.
     *
     * @param live its version; empty only before there is any
     * @param shadow the one in shadow
     */
    public record Standing(Optional<String> live, Optional<Shadow> shadow) {}

    /** An edition in shadow, and the number of this time there. */
    public record Shadow(int run, String version) {}

    /** Which editions count until the transaction ends, and no longer. */
    public Standing hold(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STANDING)) {
            statement.execute();
            statement.getMoreResults();
            return standing(statement.getResultSet());
        }
    }

    /** Which editions count at this moment. */
    public Standing read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEWEST)) {
            return standing(statement.executeQuery());
        }
    }

    private static Standing standing(ResultSet row) throws SQLException {
        row.next();
        String live = row.getString(1);
        int run = row.getInt(2);
        return new Standing(
                Optional.ofNullable(live),
                row.wasNull() ? Optional.empty() : Optional.of(new Shadow(run, row.getString(3))));
    }

    /** The texts of an edition. */
    public Optional<EditionText> text(Connection connection, String version) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select factors, rules from edition where version = ?")) {
            statement.setString(1, version);
            ResultSet row = statement.executeQuery();
            return row.next() ? Optional.of(EditionText.of(row.getString(1), row.getString(2))) : Optional.empty();
        }
    }

    /** The texts of all editions that were ever approved, by version. */
    public Map<String, EditionText> approved(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPROVED)) {
            Map<String, EditionText> texts = new LinkedHashMap<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                texts.put(rows.getString(1), EditionText.of(rows.getString(2), rows.getString(3)));
            }
            return texts;
        }
    }

    /** The version of the edition that was live just before that moment; of the first one if none was yet. */
    public String liveBefore(Connection connection, Instant moment) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LIVE_BEFORE)) {
            statement.setObject(1, OffsetDateTime.ofInstant(moment, ZoneOffset.UTC));
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getString(1);
        }
    }

    /** Lets nobody change anything about editions until the transaction ends. */
    public void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select " + COMMANDS_LOCK);
        }
    }

    /** Adds an edition that a release brought. */
    public void add(Connection connection, String version, String factorsVersion, EditionText text, String service)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into edition (version, factors_version, factors, rules, digest, loaded_by)"
                        + " values (?, ?, ?, ?, ?, ?)")) {
            statement.setString(1, version);
            statement.setString(2, factorsVersion);
            statement.setString(3, text.factors().text());
            statement.setString(4, text.rules().text());
            statement.setString(5, text.digest());
            statement.setString(6, service);
            statement.executeUpdate();
        }
    }

    /** Makes the edition that the release brought the first live one. */
    public void begin(Connection connection, String version, String service) throws SQLException {
        for (String sql : new String[] {
            "insert into edition_approval (version, loaded_by, approved_by) values (?, ?, ?)",
            "insert into edition_switch (version, loaded_by, switched_by) values (?, ?, ?)"
        }) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, version);
                statement.setString(2, service);
                statement.setString(3, service);
                statement.executeUpdate();
            }
        }
    }
}

package org.communitysolutions.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * One database for each service that keeps data, and its roles: {@code <database>_owner} owns and migrates it, {@code
 * <database>_app} works with its rows and owns nothing, {@code outbox_connector} reads outboxes through logical
 * replication. The password of each role is its name: local only.
 */
public final class Databases {

    /** All databases. */
    public static final List<String> ALL = List.of(
            "intake",
            "case_management",
            "debt_advice",
            "homelessness_prevention",
            "employment_outcomes",
            "volunteer_coordination",
            "risk");

    /** The role of Kafka Connect. */
    public static final String CONNECTOR = "outbox_connector";

    static final String SUPERUSER = "postgres";
    /** Local only. */
    static final String SUPERUSER_PASSWORD = "postgres";

    private Databases() {}

    /** The role that owns and migrates a database. */
    public static String owner(String database) {
        return database + "_owner";
    }

    /** The role of the service's application. */
    public static String application(String database) {
        return database + "_app";
    }

    /** The folder name of the service whose database it is, for instance {@code case-management}. */
    public static String service(String database) {
        return database.replace('_', '-');
    }

    /**
     * Replaces a database by an empty one, for tests on servers that outlive a build. Whoever is connected is cut off.
     *
     * @throws ServerException if a connector still follows the database's log
     */
    public static void empty(Addresses addresses, String database) {
        try (Connection superuser =
                DriverManager.getConnection(addresses.jdbcUrl("postgres"), SUPERUSER, SUPERUSER_PASSWORD)) {
            execute(superuser, "drop database %s with (force)".formatted(database));
            create(superuser, addresses);
        } catch (SQLException refused) {
            throw new ServerException("The database " + database + " cannot be emptied", refused);
        }
    }

    /** Creates what is missing. */
    static void create(Connection asSuperuser, Addresses addresses) throws SQLException {
        createRole(asSuperuser, CONNECTOR, "replication");
        for (String database : ALL) {
            createRole(asSuperuser, owner(database), "");
            createRole(asSuperuser, application(database), "");
            if (!exists(asSuperuser, "select 1 from pg_database where datname = ?", database)) {
                execute(asSuperuser, "create database %s owner %s".formatted(database, owner(database)));
            }
            if (!exists(
                    asSuperuser,
                    "select 1 from pg_database where datname = ? and shobj_description(oid, 'pg_database') = 'ready'",
                    database)) {
                grant(asSuperuser, addresses, database);
                execute(asSuperuser, "comment on database %s is 'ready'".formatted(database));
            }
        }
    }

    private static void createRole(Connection asSuperuser, String role, String attributes) throws SQLException {
        if (!exists(asSuperuser, "select 1 from pg_roles where rolname = ?", role)) {
            execute(asSuperuser, "create role %s login password '%s' %s".formatted(role, role, attributes));
        }
    }

    private static void grant(Connection asSuperuser, Addresses addresses, String database) throws SQLException {
        String owner = owner(database);
        String application = application(database);
        execute(asSuperuser, "revoke all on database %s from public".formatted(database));
        execute(asSuperuser, "grant connect on database %s to %s, %s".formatted(database, application, CONNECTOR));
        try (Connection inside =
                DriverManager.getConnection(addresses.jdbcUrl(database), SUPERUSER, SUPERUSER_PASSWORD)) {
            execute(inside, "alter schema public owner to " + owner);
            execute(inside, "revoke all on schema public from public");
            execute(inside, "grant usage on schema public to %s, %s".formatted(application, CONNECTOR));
            String whatOwnerMakes = "alter default privileges for role %s in schema public ".formatted(owner);
            execute(inside, whatOwnerMakes + "grant select, insert, update, delete on tables to " + application);
            execute(inside, whatOwnerMakes + "grant usage, select on sequences to " + application);
        }
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package org.communitysolutions.embedded;

import java.net.URI;
import java.util.Properties;

/**
 * Where the servers answer.
 *
 * @param postgresql host and port of PostgreSQL, as {@code host:port}
 * @param postgresqlFromConnect the same server as Kafka Connect reaches it; differs only where Connect runs in a container
 * @param bootstrapServers Kafka's bootstrap servers, as {@code host:port}
 * @param connect the base address of Kafka Connect's REST interface, without a slash at its end
 * @param keycloak the base address of Keycloak, without a slash at its end
 */
public record Addresses(
        String postgresql, String postgresqlFromConnect, String bootstrapServers, URI connect, URI keycloak) {

    /** The realm in {@code deploy/keycloak}. */
    public static final String REALM = "community-solutions";

    /** A JDBC URL without credentials, for instance {@code jdbc:postgresql://127.0.0.1:5442/intake}. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + postgresql + "/" + database;
    }

    /** A URL for the reactive client, without credentials, for instance {@code postgresql://127.0.0.1:5442/intake}. */
    public String reactiveUrl(String database) {
        return "postgresql://" + postgresql + "/" + database;
    }

    /** The issuer that stands in every token of the realm. */
    public String issuer() {
        return keycloak + "/realms/" + REALM;
    }

    /** Where an OAuth 2 client asks for tokens. */
    public URI tokenEndpoint() {
        return URI.create(issuer() + "/protocol/openid-connect/token");
    }

    /** Writes these addresses as properties that {@link #from} reads back. */
    public Properties toProperties() {
        Properties properties = new Properties();
        properties.setProperty("postgresql", postgresql);
        properties.setProperty("postgresql-from-connect", postgresqlFromConnect);
        properties.setProperty("bootstrap-servers", bootstrapServers);
        properties.setProperty("connect", connect.toString());
        properties.setProperty("keycloak", keycloak.toString());
        return properties;
    }

    /**
     * Reads what {@link #toProperties} wrote.
     *
     * @throws IllegalArgumentException if an address is missing
     */
    public static Addresses from(Properties properties) {
        return new Addresses(
                required(properties, "postgresql"),
                required(properties, "postgresql-from-connect"),
                required(properties, "bootstrap-servers"),
                URI.create(required(properties, "connect")),
                URI.create(required(properties, "keycloak")));
    }

    private static String required(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("The addresses lack \"" + name + "\".");
        }
        return value;
    }
}

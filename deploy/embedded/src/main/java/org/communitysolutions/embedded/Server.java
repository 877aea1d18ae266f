package org.communitysolutions.embedded;

/** One of the servers that the services need. */
public enum Server {
    POSTGRESQL("PostgreSQL", 5442),
    KAFKA("Kafka", 9092),
    CONNECT("Kafka Connect", 8083),
    KEYCLOAK("Keycloak", 8180);

    private final String title;
    private final int defaultPort;

    Server(String title, int defaultPort) {
        this.title = title;
        this.defaultPort = defaultPort;
    }

    /** The name people know it by; also the name of its part in {@link Progress}. */
    public String title() {
        return title;
    }

    /** The port it listens on unless told otherwise. */
    public int defaultPort() {
        return defaultPort;
    }

    /** The variable that {@code make run} reads to override the port, for instance {@code KAFKA_PORT}. */
    public String portVariable() {
        return name() + "_PORT";
    }
}

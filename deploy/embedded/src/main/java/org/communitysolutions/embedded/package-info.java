/**
 * Real PostgreSQL, Kafka, Kafka Connect and Keycloak as child processes of this JVM, without Docker. {@link
 * org.communitysolutions.embedded.Servers} is the door for launchers, {@link
 * org.communitysolutions.embedded.SharedServers} the one for tests; {@link
 * org.communitysolutions.embedded.ChildProcess} starts anything else that must be watched and never orphaned.
 */
package org.communitysolutions.embedded;

package org.communitysolutions.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @Test
    void aTakenPortIsNamedWithWhoNeedsItAndHowToOverrideIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Ports.settle(List.of(new Ports.Wish("Kafka", port, "KAFKA_PORT"))))
                    .isInstanceOf(ServerException.class)
                    .hasMessage("Port " + port
                            + ", which Kafka needs, is taken by java (process id "
                            + ProcessHandle.current().pid()
                            + "): end what listens there, or set KAFKA_PORT to another port.");
        }
    }

    @Test
    void aPortTakenOnEveryInterfaceIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Ports.settle(List.of(new Ports.Wish("Kafka", port, "KAFKA_PORT"))))
                    .hasMessageContaining("is taken");
        }
    }

    @Test
    void everyTroubleIsToldAtOnce() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket two = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Ports.Wish> wishes = List.of(
                    new Ports.Wish("Kafka", one.getLocalPort(), "KAFKA_PORT"),
                    new Ports.Wish("Keycloak", two.getLocalPort(), "KEYCLOAK_PORT"));

            assertThatThrownBy(() -> Ports.settle(wishes))
                    .hasMessageContaining("KAFKA_PORT")
                    .hasMessageContaining("KEYCLOAK_PORT");
        }
    }

    @Test
    void twoWhoWantTheSamePortAreBothNamed() {
        List<Integer> free = Ports.settle(List.of(new Ports.Wish("any", 0, "ANY")));
        List<Ports.Wish> wishes = List.of(
                new Ports.Wish("Kafka", free.getFirst(), "KAFKA_PORT"),
                new Ports.Wish("intake", free.getFirst(), "INTAKE_PORT"));

        assertThatThrownBy(() -> Ports.settle(wishes))
                .hasMessageContaining("Kafka")
                .hasMessageContaining("intake")
                .hasMessageContaining("KAFKA_PORT or INTAKE_PORT");
    }

    @Test
    void noFreePortIsGivenTwice() {
        List<Ports.Wish> wishes = List.of(
                new Ports.Wish("one", 0, "ONE"), new Ports.Wish("two", 0, "TWO"), new Ports.Wish("three", 0, "THREE"));

        assertThat(Ports.settle(wishes)).doesNotHaveDuplicates().allMatch(port -> port > 0);
    }

    @Test
    void nothingStartsWhenAPortIsTaken(@TempDir Path data) throws IOException {
        List<Progress.Status> heard = new CopyOnWriteArrayList<>();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                EmbeddedServers servers = new EmbeddedServers(Settings.onFreePorts(data)
                        .withPort(Server.KAFKA, taken.getLocalPort())
                        .withProgress(heard::add))) {

            assertThatThrownBy(() -> servers.begin(Set.of(Server.POSTGRESQL, Server.KAFKA)))
                    .hasMessageContaining("Port " + taken.getLocalPort() + ", which Kafka needs");

            assertThat(heard).isEmpty();
            assertThat(data).isEmptyDirectory();
        }
    }
}

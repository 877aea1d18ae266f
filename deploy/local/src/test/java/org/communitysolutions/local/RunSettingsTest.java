package org.communitysolutions.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.embedded.Server;
import org.communitysolutions.embedded.ServerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunSettingsTest {

    private final ProjectTree project = ProjectTree.find();

    @Test
    void eachPortCanBeOverriddenAndAllOthersStayAsTheyAre() {
        RunSettings settings = RunSettings.from(Map.of("INTAKE_PORT", "18101", "KAFKA_PORT", "19092"), project);

        assertThat(settings.services()).containsEntry(Service.INTAKE, 18_101).containsEntry(Service.DEBT_ADVICE, 8_103);
        assertThat(settings.servers()).containsEntry(Server.KAFKA, 19_092).containsEntry(Server.POSTGRESQL, 5_442);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "eighty", "80.5"})
    void whatIsNoPortIsRefusedWithTheNameOfItsVariable(String port) {
        assertThatThrownBy(() -> RunSettings.from(Map.of("RISK_PORT", port), project))
                .isInstanceOf(ServerException.class)
                .hasMessage("RISK_PORT must be a whole number from 1 to 65535, and is \"" + port + "\".");
    }

    @Test
    void allTakenPortsAreNamedBeforeAnythingStarts() throws IOException {
        try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RunSettings settings = RunSettings.from(
                    Map.of(
                            "RISK_PORT", Integer.toString(one.getLocalPort()),
                            "KEYCLOAK_PORT", Integer.toString(other.getLocalPort())),
                    project);

            assertThatThrownBy(settings::settled)
                    .hasMessageContaining("Port " + one.getLocalPort() + ", which risk needs")
                    .hasMessageContaining("set RISK_PORT to another port")
                    .hasMessageContaining("Port " + other.getLocalPort() + ", which Keycloak needs")
                    .hasMessageContaining("set KEYCLOAK_PORT to another port");
        }
    }

    @Test
    void theDayFromWhichRulesAskStaysWhenPortsAreSettled() {
        LocalDate day = LocalDate.of(2026, 11, 22);

        RunSettings settled = RunSettings.onFreePorts(project, Path.of("unused"))
                .askingFrom(day)
                .settled();

        assertThat(settled.asksFrom()).contains(day);
    }

    @Test
    void freePortsAreAllDifferent() {
        RunSettings settled =
                RunSettings.onFreePorts(project, Path.of("unused")).settled();

        assertThat(settled.services().values())
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(settled.servers().values());
    }
}

package org.communitysolutions.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A release")
class ReleaseTest {

    static List<Release> releases() throws IOException {
        return Release.readAll(Contracts.onClassPath("/released"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("releases")
    @DisplayName("is kept by the schemas of today")
    void isNotBroken(Release release) {
        assertThat(Compatibility.breaks(release.schemas(), Contracts.packed().schemas()))
                .as("what release " + release.version() + " published")
                .isEmpty();
    }

    @Test
    @DisplayName("is there to hold the schemas of today against")
    void firstReleaseIsKept() throws IOException {
        assertThat(releases()).extracting(Release::version).contains("0.1.0");
        assertThat(releases())
                .allSatisfy(release -> assertThat(release.schemas()).containsKey("cloudevent.schema.json"));
    }

    @Test
    @DisplayName("is read back as it was kept, once for all")
    void isKeptOnce(@TempDir Path folder) throws IOException {
        Release release = new Release("1.2.3", Contracts.packed().schemas());

        Path file = release.keepIn(folder);

        assertThat(Release.readAll(folder)).containsExactly(release);
        assertThat(Files.readAllLines(file)).hasSize(release.schemas().size() + 2);
        assertThatThrownBy(() -> release.keepIn(folder)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    @DisplayName("is not kept when it breaks an earlier one")
    void breakingReleaseIsNotKept(@TempDir Path folder) throws IOException {
        Map<String, JsonNode> richer = new TreeMap<>(Contracts.packed().schemas());
        ObjectNode schema =
                richer.get("risk/events/risk-factor-began.v1.schema.json").deepCopy();
        ((ObjectNode) schema.path("properties")).set("planted", schema.at("/properties/factor"));
        richer.put("risk/events/risk-factor-began.v1.schema.json", schema);
        new Release("1.0.0", richer).keepIn(folder);

        assertThatThrownBy(() -> KeepRelease.keep("1.0.1", folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("breaks 1.0.0", "risk-factor-began", "/properties/planted is gone");
        assertThat(folder.resolve("1.0.1.json")).doesNotExist();
    }

    @Test
    @DisplayName("is kept when it breaks none")
    void soundReleaseIsKept(@TempDir Path folder) throws IOException {
        KeepRelease.keep("0.1.0", folder);
        KeepRelease.keep("0.2.0", folder);

        assertThat(Release.readAll(folder)).extracting(Release::version).containsExactly("0.1.0", "0.2.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.0", "v1.0.0", "1.0.0-SNAPSHOT", "01.0.0", "../1.0.0", "${contracts.release}"})
    @DisplayName("has a version of three numbers")
    void refusesOtherVersions(String version) {
        assertThatThrownBy(() -> new Release(version, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("named like 0.1.0");
    }
}

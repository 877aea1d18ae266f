package org.communitysolutions.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.local.Service;
import org.communitysolutions.local.ServiceJvm;
import org.junit.jupiter.api.Test;

class DockerfileTest {

    private static final Path ROOT = ProjectTree.find().root();
    private static final List<String> LINES = read();

    @Test
    void itStartsAServiceAsTheImagesThatNeedNoEngineDo() throws IOException {
        List<String> started = new ArrayList<>(array("ENTRYPOINT "));
        started.add(1, value("ARG COMPILER=").replace("\"", ""));

        List<String> expected = new ArrayList<>(List.of(JavaRuntime.HOME + "/bin/java"));
        expected.addAll(ServiceJvm.inContainer(Service.INTAKE, Runtime.Version.parse("25")));
        expected.addAll(List.of("-jar", Plans.APPLICATION + "/quarkus-run.jar"));
        assertThat(started).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(started).endsWith("-jar", Plans.APPLICATION + "/quarkus-run.jar");
    }

    @Test
    void itsUserPortAndVariablesAreTheSameToo() {
        assertThat(value("USER ")).isEqualTo(ImagePlan.USER);
        assertThat(value("EXPOSE ")).isEqualTo(Integer.toString(ImagePlan.PORT));
        Plans.environment()
                .forEach((name, value) ->
                        assertThat(value("ENV " + name + "=").replace("\"", "")).isEqualTo(value));
    }

    @Test
    void itsJavaHasTheSameParts() throws IOException {
        assertThat(array("RUN ")).contains(JavaRuntime.OPTIONS.toArray(String[]::new));
    }

    @Test
    void whatItCopiesIsWhatTheBuildMakes() {
        assertThat(LINES.stream().filter(line -> line.startsWith("COPY services/")))
                .map(line -> line.split(" ", -1)[1].replace("${SERVICE}", Service.RISK.code()))
                .allMatch(source -> Files.exists(ROOT.resolve(source)))
                .extracting(source -> source.replaceFirst(".*/", ""))
                .containsExactlyInAnyOrder("lib", "app", "quarkus", "quarkus-run.jar");
    }

    private static List<String> array(String instruction) throws IOException {
        return Stream.of(new ObjectMapper().readValue(value(instruction), String[].class))
                .toList();
    }

    private static String value(String start) {
        return LINES.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .reduce((one, other) -> {
                    throw new AssertionError("Twice: " + start);
                })
                .orElseThrow(() -> new AssertionError("Missing: " + start));
    }

    private static List<String> read() {
        try {
            return Files.readAllLines(ROOT.resolve("deploy/images/Dockerfile"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

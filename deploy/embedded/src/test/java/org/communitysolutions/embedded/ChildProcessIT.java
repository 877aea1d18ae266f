package org.communitysolutions.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessIT {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final List<Progress.Status> heard = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void aProcessThatEndsBeforeItIsReadyIsReportedWithItsLastLines() {
        ChildProcess child = start("echo the disk is full; exit 3");

        assertThatThrownBy(() -> child.ready(() -> false, LIMIT).join())
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("sample ended with status 3");

        await().until(() -> heard.getLast().state() == Progress.State.FAILED);
        assertThat(heard.getLast().lastLines()).containsExactly("the disk is full");
    }

    @Test
    void aProcessThatIsNotReadyInTimeIsReported() {
        ChildProcess child = start("exec sleep 60");

        assertThatThrownBy(
                        () -> child.ready(() -> false, Duration.ofMillis(200)).join())
                .hasMessageContaining("was not ready");

        assertThat(heard.getLast().state()).isEqualTo(Progress.State.FAILED);
        child.stop();
    }

    @Test
    void aProcessIsAskedToStopAndMayTidyUp() {
        ChildProcess child = start("trap 'echo tidy; exit 0' TERM; echo up; while :; do sleep 0.05; done");
        await().until(() -> child.lastLines(5).contains("up"));

        child.stop();

        assertThat(child.lastLines(5)).containsExactly("up", "tidy");
        assertThat(child.exited().join()).isZero();
        assertThat(heard.getLast().state()).isEqualTo(Progress.State.STOPPED);
    }

    @Test
    void aProcessThatDoesNotListenIsKilledWhenItsGraceHasPassed() {
        ChildProcess child = ChildProcess.start(
                launch("trap '' TERM; echo up; while :; do sleep 0.05; done")
                        .withStop(Launch.Signal.TERM, Duration.ofMillis(300)),
                heard::add);
        await().until(() -> child.lastLines(5).contains("up"));

        child.stop();

        assertThat(child.exited().join()).isEqualTo(137);
    }

    @Test
    void aProcessSeesItsOwnVariablesAndNotThoseOfTheBuild() {
        ChildProcess child =
                ChildProcess.start(launch("env; echo end").withEnvironment(Map.of("SAMPLE", "value")), heard::add);

        await().until(() -> child.lastLines(50).contains("end"));

        assertThat(child.lastLines(50))
                .contains("SAMPLE=value")
                .noneMatch(line -> line.startsWith("JAVA_HOME=") || line.startsWith("MAVEN_"));
    }

    private ChildProcess start(String script) {
        return ChildProcess.start(launch(script), heard::add);
    }

    private Launch launch(String script) {
        return Launch.of("sample", List.of("sh", "-c", script), folder, folder.resolve("sample.log"));
    }
}

package org.communitysolutions.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.communitysolutions.embedded.Progress.State;
import org.communitysolutions.embedded.Progress.Status;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void aPipeGetsALineForEachChangeAndNothingRedrawn() {
        Screen screen = Screen.on(out, Map.of());
        screen.watch(List.of("Kafka"));

        screen.changed(status(State.READY, List.of()));

        assertThat(shown()).isEqualTo("  Kafka                    ready         1.5 s\n");
    }

    @Test
    void aPartThatDiedIsNamedWithTheLastLinesOfItsLog() {
        Screen screen = Screen.on(out, Map.of());

        screen.changed(status(State.FAILED, List.of("last but one", "last")));

        assertThat(shown()).contains("Kafka", "failed").endsWith("    | last but one\n    | last\n");
    }

    @Test
    void aPipeGetsALineForEachTenthOfTheWay() {
        Screen screen = Screen.on(out, Map.of());

        for (int done = 1; done <= 100; done++) {
            screen.advance(new Bar("Households", done, 100, Duration.ofSeconds(1)));
        }

        assertThat(shown().lines()).hasSize(11);
    }

    @Test
    void aTerminalRedrawsThePartsInPlaceUntilTheySettle() {
        Screen screen = Screen.on(out, Map.of("TERMINAL_COLUMNS", "80"));
        screen.watch(List.of("Kafka", "Keycloak"));
        screen.changed(status(State.STARTING, List.of()));

        screen.changed(status(State.READY, List.of()));
        screen.settle();
        screen.say("All is up.");

        assertThat(shown()).contains("\033[2A\033[J").endsWith("All is up.\n");
    }

    @Test
    void noLineIsWiderThanTheTerminal() {
        Screen screen = Screen.on(out, Map.of("TERMINAL_COLUMNS", "20"));
        screen.watch(List.of("Kafka"));

        screen.changed(status(State.READY, List.of()));
        screen.settle();

        assertThat(shown().replaceAll("\033\\[[0-9]*[A-Za-z]", "").lines()).allMatch(line -> line.length() < 20);
    }

    private static Status status(State state, List<String> lastLines) {
        return new Status(
                "Kafka", state, "", Duration.ofMillis(1_500), OptionalLong.of(1), Path.of("kafka.log"), lastLines);
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

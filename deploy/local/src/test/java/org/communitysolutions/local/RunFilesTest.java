package org.communitysolutions.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.communitysolutions.embedded.ServerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {

    @TempDir
    Path data;

    @Test
    void aRunLeavesItsProcessIdUntilItHasStopped() throws IOException {
        RunFiles files = RunFiles.claim(data);

        assertThat(Files.readString(data.resolve("pid")))
                .isEqualTo(ProcessHandle.current().pid() + "\n");

        files.remove();
        assertThat(data.resolve("pid")).doesNotExist();
    }

    @Test
    void withoutARunThereAreNoAddressesToRead() {
        assertThatThrownBy(() -> new RunningPlatform(data))
                .isInstanceOf(ServerException.class)
                .hasMessageStartingWith("No run is up");
    }
}

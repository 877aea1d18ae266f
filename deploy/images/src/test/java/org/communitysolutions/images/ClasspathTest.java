package org.communitysolutions.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitysolutions.embedded.ProjectTree;
import org.junit.jupiter.api.Test;

/** What {@code scripts/images} runs on, which is not what tests run on. */
class ClasspathTest {

    @Test
    void hasAllThatRunsServersAndServicesWhoseCachesAreRecorded() throws IOException {
        assertThat(libraries("images")).containsAll(libraries("local"));
    }

    /** By their names in a repository: their versions may differ. */
    private static Set<String> libraries(String module) throws IOException {
        Path list = ProjectTree.find().root().resolve("deploy/" + module + "/target/runtime.classpath");
        return Stream.of(Files.readString(list).strip().split(File.pathSeparator))
                .map(jar -> Path.of(jar).getParent().getParent().getFileName().toString())
                .collect(Collectors.toSet());
    }
}

package org.communitysolutions.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is packed")
class PackingTest {

    private static final Set<String> NOT_PACKED = Set.of("src", "target", "released", "pom.xml", "README.md");

    @Test
    @DisplayName("is what stands in the folder, no file more and none less")
    void packedIsWhatIsHere() throws IOException {
        Path module = Contracts.onClassPath("/contracts").resolve("../../..").normalize();
        Set<String> here = new TreeSet<>();
        try (Stream<Path> children = Files.list(module)) {
            for (Path child : children.toList()) {
                String name = child.getFileName().toString();
                if (!NOT_PACKED.contains(name) && !name.startsWith(".")) {
                    here.addAll(files(child, module));
                }
            }
        }

        Set<String> packed =
                files(module.resolve("target/classes/contracts"), module.resolve("target/classes/contracts"));

        assertThat(packed)
                .as("files under target/classes/contracts; a file that was taken away stays there until `clean`")
                .containsExactlyInAnyOrderElementsOf(here);
    }

    private static Set<String> files(Path from, Path root) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}

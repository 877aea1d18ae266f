package org.communitysolutions.local.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.local.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The release before beside this one, on the schema that this one leaves. It takes minutes, so it is done only when there
 * is a schema that the release before does not know; {@code make rehearse-upgrade} does it always, with all services.
 */
class UpgradeIT {

    private final ProjectTree project = ProjectTree.find();

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void theReleaseBeforeServesOnTheNewSchemaUntilItIsReplacedAndNothingIsLost()
            throws IOException, InterruptedException, SQLException {
        Set<Service> migrated = migratedSince();
        assumeFalse(migrated.isEmpty(), "No service has a migration that the release before did not have.");
        migrated.addAll(RehearseUpgrade.ALWAYS);
        Release before = Release.in("the release before", new ProjectTree(builtBefore()));

        Findings findings = RehearseUpgrade.rehearse(
                project, project.test().resolve("upgrade"), before, Release.in("this release", project), migrated);

        assertThat(findings.isGood()).as(findings.describe()).isTrue();
    }

    private Set<Service> migratedSince() throws IOException {
        Set<String> released = Files.readAllLines(project.root().resolve("services/released-migrations")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" ", 3)[1])
                .collect(Collectors.toSet());
        List<String> fresh;
        try (Stream<Path> files = Files.walk(project.root().resolve("services"))) {
            fresh = files.map(file -> project.root().relativize(file).toString())
                    .filter(path -> path.contains("/src/main/resources/db/") && path.endsWith(".sql"))
                    .filter(path -> !released.contains(path))
                    .toList();
        }
        return Stream.of(Service.values())
                .filter(service -> fresh.stream()
                        .anyMatch(path -> path.startsWith("services/shared/")
                                || path.startsWith("services/" + service.code() + "/")))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Service.class)));
    }

    /** The folder that the script names last; what it says before tells why there is none. */
    private Path builtBefore() throws IOException, InterruptedException {
        Process script = new ProcessBuilder("scripts/previous-release")
                .directory(project.root().toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).as(said).isZero();
        return Path.of(said.lines().toList().getLast());
    }
}

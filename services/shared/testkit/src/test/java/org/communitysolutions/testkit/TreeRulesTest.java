package org.communitysolutions.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.communitysolutions.embedded.ProjectTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeRulesTest {

    @TempDir
    Path planted;

    @Test
    void holdForTheProject() {
        assertThat(TreeRules.violations(ProjectTree.find().root())).isEmpty();
    }

    @Test
    void findJavaAmongTheContracts() throws IOException {
        write("contracts/src/main/java/Event.java", "class Event {}");

        assertThat(TreeRules.violations(planted)).containsExactly("contracts/src/main/java: contracts are data");
    }

    @Test
    void findAServiceThatDependsOnAnother() throws IOException {
        write("services/intake/pom.xml", pom("intake", dependency("risk", "")));
        write("services/risk/pom.xml", pom("risk", ""));

        assertThat(TreeRules.violations(planted))
                .containsExactly("services/intake/pom.xml: services never meet, but it depends on risk");
    }

    @Test
    void findATestkitThatWouldBeShipped() throws IOException {
        write("services/intake/pom.xml", pom("intake", dependency("shared-testkit", "")));
        write("services/risk/pom.xml", pom("risk", dependency("shared-testkit", "<scope>test</scope>")));

        assertThat(TreeRules.violations(planted))
                .containsExactly("services/intake/pom.xml: testkit is test, but its scope is not");
    }

    @Test
    void findANounInTheSharedModules() throws IOException {
        write("services/intake/pom.xml", pom("intake", ""));
        write("services/shared/web/src/main/java/Greeting.java", "class Greeting { String householdName; }");
        write(
                "services/shared/web/src/main/java/Other.java",
                "/** See {@code intake} and its households. */ class Other {}");

        assertThat(TreeRules.violations(planted))
                .containsExactly(
                        "services/shared/web/src/main/java/Greeting.java: shared has no nouns, but it says household");
    }

    @Test
    void findAStrayFolderAtTheTop() throws IOException {
        write("notes/thoughts.txt", "");

        assertThat(TreeRules.violations(planted)).containsExactly("notes: not a room of this house");
    }

    private void write(String path, String text) throws IOException {
        Path file = planted.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String pom(String artifact, String dependencies) {
        return "<project><artifactId>%s</artifactId><dependencies>%s</dependencies></project>"
                .formatted(artifact, dependencies);
    }

    private static String dependency(String artifact, String scope) {
        return "<dependency><groupId>org.communitysolutions</groupId><artifactId>%s</artifactId>%s</dependency>"
                .formatted(artifact, scope);
    }
}

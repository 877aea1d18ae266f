package org.communitysolutions.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;

/** The realm of {@code deploy/keycloak}, with the addresses of the local pages that may sign people in. */
final class Realm {

    static final String FILE = "community-solutions-realm.json";

    private Realm() {}

    static String render(Settings settings) throws IOException {
        return render(settings.project(), settings.browserPorts());
    }

    /** With pages on these ports of localhost. */
    static String render(ProjectTree project, List<Integer> browserPorts) throws IOException {
        return Files.readString(project.keycloakFiles().resolve(FILE))
                .replace("\"${browser-origins}\"", addresses(browserPorts, ""))
                .replace("\"${browser-redirects}\"", addresses(browserPorts, "/*"));
    }

    private static String addresses(List<Integer> browserPorts, String path) {
        return browserPorts.stream()
                .map(port -> "\"http://localhost:" + port + path + "\"")
                .collect(Collectors.joining(", "));
    }
}

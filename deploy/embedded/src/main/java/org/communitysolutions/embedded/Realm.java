package org.communitysolutions.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;

/** The realm of {@code deploy/keycloak}, with the addresses of the local pages that may sign people in. */
final class Realm {

    static final String FILE = "community-solutions-realm.json";

    private Realm() {}

    static String render(Settings settings) throws IOException {
        return Files.readString(settings.project().keycloakFiles().resolve(FILE))
                .replace("\"${browser-origins}\"", addresses(settings, ""))
                .replace("\"${browser-redirects}\"", addresses(settings, "/*"));
    }

    private static String addresses(Settings settings, String path) {
        return settings.browserPorts().stream()
                .map(port -> "\"http://localhost:" + port + path + "\"")
                .collect(Collectors.joining(", "));
    }
}

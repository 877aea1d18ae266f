package org.communitysolutions.local;

import org.communitysolutions.embedded.Server;

/** What a run says when it is up. */
final class Welcome {

    private Welcome() {}

    static String text(LocalPlatform platform, String took) {
        StringBuilder text = new StringBuilder("\nReady after " + took + ".\n\n");
        for (Service service : platform.services()) {
            line(
                    text,
                    service.code(),
                    platform.address(service).resolve("/q/swagger-ui").toString());
        }
        line(text, Server.KEYCLOAK.title(), platform.servers().keycloak().toString());
        text.append("""

                Sign in on those pages, or take a token, as any of the local accounts (password local-only, local only):
                  scripts/token front-door
                Stop with Ctrl-C, or with make stop from elsewhere.
                """);
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String address) {
        text.append("  %-24s %s%n".formatted(name, address));
    }
}

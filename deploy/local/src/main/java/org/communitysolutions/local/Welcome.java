package org.communitysolutions.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import org.communitysolutions.embedded.Server;
import org.communitysolutions.local.tracing.TraceViewer;

/** What a run says when it is up. */
final class Welcome {

    private static final String RULE_ONE_TEAM = "debt";

    private final LocalPlatform platform;
    private final Rest rest;
    private final Optional<TraceViewer> traces;

    Welcome(LocalPlatform platform, Rest rest, Optional<TraceViewer> traces) {
        this.platform = platform;
        this.rest = rest;
        this.traces = traces;
    }

    String text(String borough) {
        StringBuilder text = new StringBuilder("\n" + borough + "\n\n");
        for (Service service : platform.services()) {
            line(text, service.code(), platform.address(service) + "/q/swagger-ui");
        }
        line(text, Server.KEYCLOAK.title(), platform.servers().keycloak().toString());
        traces.ifPresent(viewer -> line(text, "traces", viewer.address() + "/zipkin"));
        text.append("""

                Sign in on those pages, or take a token, as one of the local accounts, each named after its role (password
                local-only, for this machine only): scripts/token front-door
                """);
        text.append(tryNext());
        text.append("\nStop with Ctrl-C, or from elsewhere with make stop.\n");
        return text.toString();
    }

    private String tryNext() {
        String queue = platform.address(Service.CASE_MANAGEMENT) + "/api/case-management/v1/teams/" + RULE_ONE_TEAM
                + "/tasks?limit=5";
        JsonNode first = rest.get("debt-adviser", URI.create(queue))
                .good()
                .body()
                .path("items")
                .path(0);
        if (first.isMissingNode()) {
            return "";
        }
        String view = platform.address(Service.RISK) + "/api/risk/v1/households/"
                + first.path("householdId").asText() + "/one-view";
        return """

                Try next: the tasks that wait for the debt team, and One View of the first one's household:
                  curl -sH "Authorization: Bearer $(scripts/token debt-adviser)" '%s'
                  curl -sH "Authorization: Bearer $(scripts/token universal-worker)" %s
                """.formatted(queue, view);
    }

    private static void line(StringBuilder text, String name, String address) {
        text.append("  %-24s %s%n".formatted(name, address));
    }
}

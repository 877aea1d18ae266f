package org.communitysolutions.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.embedded.Deadline;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.Rest;

/**
 * The live rules tried on the whole history, over REST, as somebody who is cleared for all of it.
 *
 * @param seconds from the request until the result is there
 * @param households that were tried
 * @param met those that met an outcome
 * @param warned those of them that the rules would have given warning of
 */
record Backtest(double seconds, long households, long met, long warned) {

    private static final String ACCOUNT = "team-manager";
    private static final Set<String> UNDER_WAY = Set.of("queued", "running");
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** Runs it, and waits for it. */
    static Backtest run(URI service, BenchIssuer issuer, LocalDate from, LocalDate to) {
        URI api = service.resolve("/api/risk/v1/");
        try (Rest rest = new Rest(account -> issuer.token(account, "domestic-abuse-specialist"))) {
            String edition =
                    text(rest.get(ACCOUNT, api.resolve("rules")).good().body().path("rulesEdition"), "version");
            Map<String, String> order = Map.of("edition", edition, "from", from.toString(), "to", to.toString());
            long began = System.nanoTime();
            JsonNode queued = rest.post(ACCOUNT, api.resolve("backtests"), order, UUID.randomUUID())
                    .good()
                    .body();
            JsonNode result =
                    await(rest, api.resolve("backtests/" + text(queued, "id"))).path("result");
            JsonNode all = result.path("all");
            return new Backtest(
                    (System.nanoTime() - began) / 1e9,
                    count(all, "households"),
                    count(all.path("anyOutcome"), "met"),
                    count(all.path("anyOutcome"), "warned"));
        }
    }

    private static JsonNode await(Rest rest, URI backtest) {
        Deadline deadline = Deadline.in(LIMIT);
        JsonNode answer = rest.get(ACCOUNT, backtest).good().body();
        while (UNDER_WAY.contains(text(answer, "state"))) {
            if (deadline.hasPassed()) {
                throw new ServerException("The backtest takes longer than " + LIMIT);
            }
            Deadline.pause();
            answer = rest.get(ACCOUNT, backtest).good().body();
        }
        if (!text(answer, "state").equals("finished")) {
            throw new ServerException("The backtest is " + text(answer, "state"));
        }
        return answer;
    }

    private static long count(JsonNode of, String figure) {
        return there(of.path(figure).path("count"), figure).asLong();
    }

    private static String text(JsonNode of, String field) {
        return there(of.path(field), field).asText();
    }

    private static JsonNode there(JsonNode node, String what) {
        if (node.isValueNode()) {
            return node;
        }
        throw new ServerException("The risk service's answer has no " + what);
    }
}

package org.communitysolutions.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.communitysolutions.embedded.ServerException;

/**
 * The live rules tried on the whole history, over REST, as somebody who is cleared for all of it.
 *
 * @param seconds from the request until the result is there
 * @param households that were tried
 * @param met those that met an outcome
 * @param warned those of them that the rules would have given warning of
 */
record Backtest(double seconds, long households, long met, long warned) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** Runs it, and waits for it. */
    static Backtest run(URI service, String token, LocalDate from, LocalDate to) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI backtests = service.resolve("/api/risk/v1/backtests");
            HttpRequest.Builder request = HttpRequest.newBuilder()
                    .header("Authorization", "Bearer " + token)
                    .timeout(LIMIT);
            String edition = text(
                    send(client, request.copy().uri(service.resolve("/api/risk/v1/rules")), 200),
                    "\"rulesEdition\":\\{\"version\":\"([^\"]+)\"");
            String body = "{\"edition\":\"%s\",\"from\":\"%s\",\"to\":\"%s\"}".formatted(edition, from, to);
            long began = System.nanoTime();
            String id = text(
                    send(
                            client,
                            request.copy()
                                    .uri(backtests)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body)),
                            201),
                    "\"id\":\"([^\"]+)\"");
            HttpRequest.Builder look = request.copy().uri(URI.create(backtests + "/" + id));
            String answer = send(client, look, 200);
            while (!state(answer).equals("finished")) {
                if (!state(answer).equals("queued") && !state(answer).equals("running")) {
                    throw new ServerException("The backtest is " + state(answer));
                }
                if (System.nanoTime() - began > LIMIT.toNanos()) {
                    throw new ServerException("The backtest takes longer than " + LIMIT);
                }
                Thread.sleep(BETWEEN_LOOKS);
                answer = send(client, look, 200);
            }
            return new Backtest(
                    (System.nanoTime() - began) / 1e9,
                    count(answer, "\"all\":\\{\"households\""),
                    count(answer, "\"anyOutcome\":\\{\"met\""),
                    count(answer, "\"anyOutcome\":\\{\"met\":\\{[^}]*},\"warned\""));
        }
    }

    private static String state(String answer) {
        return text(answer, "\"state\":\"([^\"]+)\"");
    }

    private static long count(String answer, String place) {
        return Long.parseLong(text(answer, place + ":\\{\"count\":(\\d+)"));
    }

    private static String text(String answer, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(answer);
        if (!found.find()) {
            throw new ServerException("The risk service's answer has no " + pattern);
        }
        return found.group(1);
    }

    private static String send(HttpClient client, HttpRequest.Builder request, int expected)
            throws InterruptedException {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != expected) {
                throw new ServerException(
                        "The risk service answers %d: %s".formatted(answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}

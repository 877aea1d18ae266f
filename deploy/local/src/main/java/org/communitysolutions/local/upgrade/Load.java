package org.communitysolutions.local.upgrade;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.Rest;
import org.communitysolutions.local.Service;
import org.communitysolutions.local.borough.ArrearsFiles;

/**
 * What front-line apps ask for, steadily: reads, and writes with a key, each once; and extracts of accounts that have fallen
 * behind. An app that got no answer does not ask again here, so that nothing is hidden.
 */
final class Load {

    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final int GOOD = 2;
    /** One in so many requests is an extract. */
    private static final int EXTRACT_EVERY = 10;

    private static final int ACCOUNTS = 3;

    private final Fleet fleet;
    private final Rest rest;
    private final ArrearsFiles files;
    private final int homes;
    private final List<UUID> households;
    private final String today;
    private final List<Runnable> asks = new ArrayList<>();
    private final Map<Service, AtomicInteger> written = new EnumMap<>(Service.class);
    private final List<String> failures = new ArrayList<>();
    private final Queue<String> behind = new ConcurrentLinkedQueue<>();
    private final Queue<Answered> answered = new ConcurrentLinkedQueue<>();
    private final long began = System.nanoTime();
    private final Phaser underWay = new Phaser(1);
    private volatile boolean ending;
    private int imported;
    private Thread thread;

    /**
     * @param homes how many households there are, each of which falls behind at most once
     * @param households their ids
     * @param today the day of the writes
     */
    Load(Fleet fleet, Rest rest, ArrearsFiles files, int homes, List<UUID> households, String today) {
        this.fleet = fleet;
        this.rest = rest;
        this.files = files;
        this.homes = homes;
        this.households = List.copyOf(households);
        this.today = today;
        for (Service service : fleet.services()) {
            asks.addAll(asksOf(service));
        }
    }

    private List<Runnable> asksOf(Service service) {
        return switch (service) {
            case INTAKE ->
                List.of(
                        write(service, "front-door", "people", () -> Map.of("name", "Sample Person")),
                        read(service, "front-door", () -> "households/" + anyHousehold()));
            case CASE_MANAGEMENT -> List.of(read(service, "debt-adviser", () -> "teams/debt/tasks?limit=10"));
            case DEBT_ADVICE ->
                List.of(read(service, "debt-adviser", () -> "debt-cases?householdId=" + anyHousehold()));
            case HOMELESSNESS_PREVENTION ->
                List.of(write(
                        service,
                        "housing-officer",
                        "applications",
                        () -> Map.of(
                                "householdId",
                                UUID.randomUUID(),
                                "cause",
                                "family-or-friends-no-longer-able",
                                "approachedOn",
                                today)));
            case EMPLOYMENT_OUTCOMES ->
                List.of(write(
                        service,
                        "employment-adviser",
                        "job-losses",
                        () -> Map.of("householdId", UUID.randomUUID(), "personId", UUID.randomUUID(), "on", today)));
            case VOLUNTEER_COORDINATION -> List.of(read(service, "volunteer-coordinator", () -> "volunteers?limit=5"));
            case RISK -> List.of(read(service, "universal-worker", () -> "households/" + anyHousehold() + "/one-view"));
        };
    }

    /** Begins. */
    void begin() {
        thread = Thread.ofVirtual().name("load").start(this::send);
    }

    /** Ends when all that was asked for is answered. */
    void end() throws InterruptedException {
        ending = true;
        thread.join();
        underWay.arriveAndAwaitAdvance();
    }

    private void send() {
        long due = System.nanoTime();
        for (int number = 0; !ending; number++) {
            Runnable ask = number % EXTRACT_EVERY == 0 && imported + ACCOUNTS <= homes
                    ? nextExtract()
                    : asks.get(number % asks.size());
            underWay.register();
            Thread.ofVirtual().start(() -> {
                try {
                    ask.run();
                } finally {
                    underWay.arriveAndDeregister();
                }
            });
            due += BETWEEN.toNanos();
            pauseUntil(due);
        }
    }

    private static void pauseUntil(long due) {
        try {
            Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Runnable nextExtract() {
        String csv = files.behindByTwo(imported, imported + ACCOUNTS);
        List<String> uprns = files.uprns(imported, imported + ACCOUNTS);
        imported += ACCOUNTS;
        return () -> {
            URI address = fleet.address(Service.DEBT_ADVICE).resolve("council-tax-extracts");
            if (ask("an extract", () -> rest.postCsv("debt-adviser", address, csv))) {
                behind.addAll(uprns);
            }
        };
    }

    private Runnable read(Service service, String account, Path path) {
        return () -> {
            URI address = fleet.address(service).resolve(path.now());
            ask("a read of " + service.code(), () -> rest.get(account, address));
        };
    }

    private Runnable write(Service service, String account, String path, Body body) {
        AtomicInteger done = written.computeIfAbsent(service, none -> new AtomicInteger());
        return () -> {
            URI address = fleet.address(service).resolve(path);
            if (ask("a write to " + service.code(), () -> rest.post(account, address, body.now(), UUID.randomUUID()))) {
                done.incrementAndGet();
            }
        };
    }

    private boolean ask(String what, Request request) {
        long sent = System.nanoTime();
        boolean good;
        try {
            Rest.Answer answer = request.send();
            good = answer.status() / 100 == GOOD;
            if (!good) {
                failed(what + " was answered with " + answer.status() + " "
                        + answer.body().path("title").asText());
            }
        } catch (ServerException unanswered) {
            good = false;
            failed(what + ": " + unanswered.getMessage());
        }
        answered.add(new Answered(what, Duration.ofNanos(sent - began), Duration.ofNanos(System.nanoTime() - sent)));
        return good;
    }

    private synchronized void failed(String how) {
        failures.add(how);
    }

    private UUID anyHousehold() {
        return households.get(ThreadLocalRandom.current().nextInt(households.size()));
    }

    /** A request and how long its answer, good or not, took; sent so long after the load began. */
    record Answered(String what, Duration sent, Duration took) {}

    /** All requests since such a time after the load began, the quickest first. */
    List<Answered> answered(Duration since) {
        return answered.stream()
                .filter(one -> one.sent().compareTo(since) >= 0)
                .sorted(Comparator.comparing(Answered::took))
                .toList();
    }

    /** How long it has gone on. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    int requests() {
        return answered.size();
    }

    /** How each request that failed did so. */
    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    /** The UPRNs of the homes that fell behind, as debt-advice acknowledged. */
    List<String> behind() {
        return List.copyOf(behind);
    }

    /** How many writes each service acknowledged. */
    int written(Service service) {
        AtomicInteger done = written.get(service);
        return done == null ? 0 : done.get();
    }

    private interface Request {
        Rest.Answer send();
    }

    private interface Path {
        String now();
    }

    private interface Body {
        Map<String, ?> now();
    }
}

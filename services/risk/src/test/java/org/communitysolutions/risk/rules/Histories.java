package org.communitysolutions.risk.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.risk.rules.loading.Files;

/** Histories made up at random of all events that the vocabulary knows, with values that rules look at. */
public final class Histories {

    private static final Instant BEGINNING = Instant.parse("2025-01-01T00:00:00Z");
    private static final Map<String, List<String>> CODES = Map.ofEntries(
            Map.entry(
                    "need",
                    List.of(
                            "mental-health",
                            "substance-use",
                            "low-pay",
                            "unemployment",
                            "food",
                            "fuel-poverty",
                            "isolation",
                            "caring",
                            "school-attendance",
                            "family-relationships",
                            "child-early-help")),
            Map.entry("tenure", List.of("private-rent", "council-rent", "owner")),
            Map.entry("status", List.of("unemployed", "inactive", "low-paid")),
            Map.entry("stage", List.of("reminder", "summons", "liability-order", "enforcement")),
            Map.entry("reason", List.of("contact-lost", "suitable-accommodation-secured", "needs-met")),
            Map.entry("team", List.of("universal", "targeted", "debt")),
            Map.entry("priority", List.of("urgent", "high", "normal")),
            Map.entry("kind", List.of("council-tax", "rent", "bed-and-breakfast", "call-household")),
            Map.entry("duty", List.of("prevention", "relief")),
            Map.entry("route", List.of("universal", "statutory")),
            Map.entry("financialYear", List.of("2025-26", "2026-27")),
            Map.entry("challengeId", List.of("1", "2", "3", "4", "5", "6")),
            Map.entry("of", List.of("task", "factor", "factor", "score")),
            Map.entry(
                    "factor",
                    List.of(
                            "council-tax-arrears",
                            "rent-arrears",
                            "private-rent",
                            "low-pay",
                            "out-of-work",
                            "mental-health",
                            "isolation",
                            "food",
                            "notice-served")),
            Map.entry("outcome", List.of("upheld", "dismissed", "withdrawn")));
    private static final List<Long> NUMBERS =
            List.of(0L, 1L, 2L, 3L, 13L, 26L, 5_000L, 26_000L, 50_000L, 90_000L, 2_400_000L);

    private static final List<String> WITHOUT_DEBTS = List.of(
            "intake.contact-received.v1",
            "intake.contact-received.v1",
            "intake.contact-triaged.v1",
            "intake.household-details-changed.v1",
            "intake.person-joined-household.v1",
            "intake.need-identified.v1",
            "intake.need-resolved.v1",
            "employment-outcomes.job-started.v1",
            "volunteer-coordination.hours-logged.v1");
    private static final List<String> WITH_DEBTS = List.of(
            "debt-advice.rent-arrears-changed.v1",
            "debt-advice.rent-arrears-changed.v1",
            "debt-advice.council-tax-instalment-missed.v1",
            "debt-advice.council-tax-instalment-missed.v1",
            "debt-advice.council-tax-stage-reached.v1",
            "debt-advice.arrears-cleared.v1",
            "debt-advice.debt-case-opened.v1",
            "intake.contact-received.v1",
            "intake.need-identified.v1",
            "intake.need-resolved.v1",
            "case-management.task-created.v1",
            "case-management.task-claimed.v1",
            "case-management.case-opened.v1",
            "employment-outcomes.job-lost.v1",
            "employment-outcomes.job-started.v1");

    private final Random random;
    private final int days;

    /** @param days over how many days the events are spread */
    public Histories(Random random, int days) {
        this.random = random;
        this.days = days;
    }

    /** So many events of a few of those types, often at the same instants. */
    public List<PastEvent> some(int size, Set<String> types) {
        List<KnownEvent> all = Files.vocabulary().events().stream()
                .filter(event -> types.contains(event.type()))
                .toList();
        List<KnownEvent> kinds = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            kinds.add(all.get(random.nextInt(all.size())));
        }
        List<PastEvent> history = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            history.add(event(kinds.get(random.nextInt(kinds.size()))));
        }
        return history;
    }

    /** So many different events that a condition counts, each as far from the one before as its period is long, or a day more. */
    public List<PastEvent> atTheEdgesOf(EventTally tally, int size) {
        KnownEvent kind = tally.events().kind();
        List<PastEvent> history = new ArrayList<>();
        Instant at = instant();
        for (int i = 0; i < size; i++) {
            PastEvent event = event(kind, at);
            Object[] values = values(kind, at);
            for (EventField field : tally.distinct()) {
                if (kind.fields().get(field.place()).type() == FieldType.TEXT) {
                    values[field.place()] = Integer.toString(i);
                }
            }
            if (tally.dated().isPresent()) {
                values[tally.dated().get().place()] = LocalDate.ofInstant(at, ZoneOffset.UTC);
            }
            history.add(new PastEvent(event.id(), kind, at, event.restricted(), values));
            at = at.plus(Duration.ofDays(tally.withinDays() + random.nextInt(2)));
        }
        return history;
    }

    /** So many events as households of a borough have them: of every four, one is in debt. */
    public List<PastEvent> ordinary(int size) {
        List<String> life = random.nextInt(4) == 0 ? WITH_DEBTS : WITHOUT_DEBTS;
        List<PastEvent> history = new ArrayList<>();
        history.add(event(kind("intake.household-registered.v1"), BEGINNING));
        while (history.size() < size) {
            history.add(event(kind(life.get(random.nextInt(life.size())))));
        }
        Collections.sort(history);
        return history;
    }

    private static KnownEvent kind(String type) {
        return Files.vocabulary().event(type).orElseThrow();
    }

    /** What people may do with those tasks. */
    public List<PastEvent> workOn(Collection<RaisedTask> tasks) {
        List<PastEvent> work = new ArrayList<>();
        for (RaisedTask task : tasks) {
            String what =
                    List.of("claimed", "completed", "withdrawn", "created").get(random.nextInt(4));
            work.add(aboutTask(
                    "case-management.task-" + what + ".v1",
                    task.raisedAt().plusSeconds(random.nextInt(40) * 86_400L),
                    task));
        }
        return work;
    }

    private PastEvent aboutTask(String type, Instant at, RaisedTask task) {
        KnownEvent kind = kind(type);
        PastEvent event = event(kind, at);
        Object[] values = values(kind, at);
        values[kind.place("taskId")] = task.id().toString();
        if (kind.place("rule") >= 0) {
            values[kind.place("rule")] = task.rule();
        }
        return new PastEvent(event.id(), kind, at, false, values);
    }

    /** Challenges of those tasks, decided or not, with what case-management tells of their being taken back. */
    public List<PastEvent> challengesOf(Collection<RaisedTask> tasks) {
        List<PastEvent> told = new ArrayList<>();
        for (RaisedTask task : tasks) {
            Instant at = task.raisedAt().plusSeconds(random.nextInt(20) * 86_400L);
            String challenge = task.id().toString().substring(0, 8);
            told.add(challenge("recorded", at, challenge, task));
            if (random.nextBoolean()) {
                told.add(aboutTask("case-management.task-withdrawn.v1", at.plusSeconds(random.nextInt(3)), task));
            }
            if (random.nextInt(3) > 0) {
                told.add(challenge("decided", at.plusSeconds(random.nextInt(40) * 86_400L), challenge, task));
            }
        }
        return told;
    }

    private PastEvent challenge(String what, Instant at, String challenge, RaisedTask task) {
        PastEvent event = aboutTask("risk.challenge-" + what + ".v1", at, task);
        Object[] values = values(event.kind(), at);
        values[event.kind().place("challengeId")] = challenge;
        values[event.kind().place("of")] = "task";
        values[event.kind().place("taskId")] = task.id().toString();
        return new PastEvent(event.id(), event.kind(), at, false, values);
    }

    /** An instant in the time of the histories, or somewhat later. */
    public Instant instant() {
        return BEGINNING.plusSeconds(random.nextInt(days + days / 4 + 1) * 86_400L + 3_600L * random.nextInt(3));
    }

    private PastEvent event(KnownEvent kind) {
        return event(kind, instant());
    }

    private PastEvent event(KnownEvent kind, Instant at) {
        UUID id = new UUID(at.toEpochMilli() << 16 | 0x7000 | random.nextInt(4096), Long.MIN_VALUE | random.nextLong());
        return new PastEvent(id, kind, at, kind.clearance().isRestricted(), values(kind, at));
    }

    private Object[] values(KnownEvent kind, Instant at) {
        Object[] values = new Object[kind.fields().size()];
        for (int place = 0; place < values.length; place++) {
            values[place] = random.nextInt(20) == 0 ? null : value(kind.fields().get(place), at);
        }
        return values;
    }

    private Object value(KnownEvent.Field field, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return switch (field.type()) {
            case TEXT -> text(field.name());
            case NUMBER -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            case DATE -> day.plusDays(random.nextInt(61) - 20);
            case FLAG -> random.nextBoolean();
            case LIST -> List.of("debt");
        };
    }

    private String text(String field) {
        List<String> codes = CODES.getOrDefault(field, List.of("1", "2"));
        return field.equals("taskId")
                ? new UUID(0x7000, Long.MIN_VALUE | random.nextInt(3)).toString()
                : codes.get(random.nextInt(codes.size()));
    }
}

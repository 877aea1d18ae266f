package org.communitysolutions.risk.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.communitysolutions.risk.rules.loading.Files;

/** Events as the other services would tell them, for examples of rules. */
public final class Happened {

    public static final UUID HOUSEHOLD = UUID.fromString("019aa000-0000-7000-8000-000000000001");
    private static final ZoneId COUNCIL = ZoneId.of("Europe/London");

    private Happened() {}

    /** An event of that day, written down when it happened. */
    public static PastEvent on(String day, String type, Object... fields) {
        return recorded(day, day, type, fields);
    }

    /** An event of one day, written down on another. */
    public static PastEvent recorded(String recordedOn, String day, String type, Object... fields) {
        KnownEvent kind = Files.vocabulary().event(type).orElseThrow();
        Object[] values = new Object[kind.fields().size()];
        for (int i = 0; i < fields.length; i += 2) {
            int place = kind.place((String) fields[i]);
            values[place] = held(kind.fields().get(place).type(), fields[i + 1]);
        }
        UUID random = UUID.randomUUID();
        UUID id = new UUID(
                start(recordedOn).toEpochMilli() << 16 | 0x7000 | (random.getMostSignificantBits() & 0xfff),
                random.getLeastSignificantBits());
        boolean restricted = type.contains("domestic-abuse");
        return new PastEvent(id, kind, start(day), restricted, values);
    }

    /** An instalment that was not paid by the end of its due date. */
    public static PastEvent missed(String dueDate, int instalment) {
        String next = LocalDate.parse(dueDate).plusDays(1).toString();
        return missed(next, dueDate, instalment, "account-1");
    }

    public static PastEvent missed(String recordedOn, String dueDate, int instalment, String account) {
        return recorded(
                recordedOn,
                LocalDate.parse(dueDate).plusDays(1).toString(),
                "debt-advice.council-tax-instalment-missed.v1",
                "accountId",
                account,
                "financialYear",
                "2026-27",
                "instalment",
                instalment,
                "dueDate",
                dueDate,
                "amountPence",
                15000,
                "arrearsPence",
                15000 * instalment);
    }

    public static PastEvent rentArrears(String day, int pence, int before) {
        return on(
                day,
                "debt-advice.rent-arrears-changed.v1",
                "accountId",
                "rent-1",
                "arrearsPence",
                pence,
                "previousArrearsPence",
                before);
    }

    public static PastEvent need(String day, String need) {
        return on(day, "intake.need-identified.v1", "needId", "need-" + need, "need", need, "severity", "medium");
    }

    public static PastEvent needResolved(String day, String need) {
        return on(day, "intake.need-resolved.v1", "needId", "need-" + need, "need", need);
    }

    public static PastEvent jobLost(String day) {
        return on(day, "employment-outcomes.job-lost.v1", "personId", "person-1", "on", day);
    }

    public static PastEvent registered(String day, String tenure) {
        return on(day, "intake.household-registered.v1", "tenure", tenure, "ward", "NB-03", "adults", 2, "children", 1);
    }

    public static PastEvent disclosed(String day, String disclosure, boolean highRisk) {
        return on(
                day,
                "intake.domestic-abuse-disclosed.v1",
                "disclosureId",
                disclosure,
                "personId",
                "person-1",
                "highRisk",
                highRisk,
                "childrenInHousehold",
                true);
    }

    public static PastEvent debtCase(String day, String what) {
        return on(day, "debt-advice.debt-case-" + what + ".v1", "debtCaseId", "debt-case-1");
    }

    public static PastEvent task(String day, String what, UUID task) {
        return on(day, "case-management.task-" + what + ".v1", "taskId", task.toString());
    }

    private static Object held(FieldType type, Object value) {
        return switch (type) {
            case NUMBER -> ((Number) value).longValue();
            case DATE -> LocalDate.parse((String) value);
            case TEXT, FLAG, LIST -> value;
        };
    }

    private static Instant start(String day) {
        return LocalDate.parse(day).atStartOfDay(COUNCIL).toInstant();
    }
}

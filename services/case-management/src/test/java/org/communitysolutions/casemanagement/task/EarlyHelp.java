package org.communitysolutions.casemanagement.task;

import java.util.List;
import java.util.UUID;
import org.communitysolutions.casemanagement.Rows;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.Events;

/** What risk tells in these tests, and what stands of it afterwards. */
public final class EarlyHelp {

    private EarlyHelp() {}

    /** Risk asks the universal team to call the household. */
    public static Events.Sent raised(UUID household, UUID task) {
        return Events.event("risk.early-help-task-raised.v1", household, data(household, task, "universal"));
    }

    /** Risk asks the specialists, on the restricted topic. */
    public static Events.Sent raisedForSpecialists(UUID household, UUID task) {
        return raised(household, task)
                .withData(data(household, task, "domestic-abuse"))
                .restricted();
    }

    public static Events.Sent withdrawn(UUID household, UUID task) {
        return Events.event("risk.early-help-task-withdrawn.v1", household, """
                {"householdId":"%s","taskId":"%s","why":"condition-ended"}""".formatted(household, task));
    }

    /** Risk asks for it no longer while the household contests it. */
    public static Events.Sent challenged(UUID household, UUID task) {
        Events.Sent withdrawn = withdrawn(household, task);
        return withdrawn.withData(withdrawn.data().replace("condition-ended", "challenged"));
    }

    /** The task's state as it is kept; empty while there is none. */
    public static List<String> stateOf(UUID task) {
        return Rows.column(String.class, "select state from task where id = ?", task);
    }

    /** The types of what was told of the household, in order. */
    public static List<String> toldOf(UUID household) {
        return Database.outboxOf(household).stream()
                .map(Database.OutboxEvent::type)
                .toList();
    }

    public static String data(UUID household, UUID task, String team) {
        return """
                {"householdId":"%s","taskId":"%s","rule":"council-tax-missed-twice","ruleVersion":3,
                 "kind":"call-household","team":"%s","priority":"high","dueOn":"2026-12-04",
                 "reasons":[{"eventId":"019aa000-0000-7000-8000-000000000013","factor":"council-tax-instalment-missed"},
                            {"eventId":"019aa000-0000-7000-8000-000000000014","factor":"council-tax-instalment-missed"}]}""".formatted(household, task, team);
    }
}

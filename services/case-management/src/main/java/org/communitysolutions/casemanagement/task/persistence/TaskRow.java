package org.communitysolutions.casemanagement.task.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.TaskState;
import org.communitysolutions.casemanagement.task.domain.Basis;
import org.communitysolutions.casemanagement.task.domain.Claimed;
import org.communitysolutions.casemanagement.task.domain.Completed;
import org.communitysolutions.casemanagement.task.domain.Open;
import org.communitysolutions.casemanagement.task.domain.Outcome;
import org.communitysolutions.casemanagement.task.domain.Particulars;
import org.communitysolutions.casemanagement.task.domain.Priority;
import org.communitysolutions.casemanagement.task.domain.Queue;
import org.communitysolutions.casemanagement.task.domain.Task;
import org.communitysolutions.casemanagement.task.domain.Withdrawn;

@Entity
@Table(name = "task")
class TaskRow {

    @Id
    UUID id;

    @Column(updatable = false)
    UUID householdId;

    @Column(updatable = false)
    UUID caseId;

    @Column(updatable = false)
    String kind;

    String team;
    boolean restricted;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    Priority priority;

    /** The database derives it from the priority. */
    @Column(insertable = false, updatable = false)
    int urgency;

    @Column(updatable = false)
    LocalDate dueOn;

    @Column(updatable = false)
    String rule;

    @Column(updatable = false)
    Integer ruleVersion;

    @Column(updatable = false)
    String reasons;

    @Enumerated(EnumType.STRING)
    TaskState state;

    UUID claimedBy;
    Instant claimedAt;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    String note;
    String withdrawnBecause;
    Instant endedAt;

    @Version
    long version;

    void set(Task task) {
        team = task.particulars().queue().team();
        restricted = task.particulars().queue().restricted();
        state = TaskState.of(task);
        claimedBy = null;
        claimedAt = null;
        outcome = null;
        note = null;
        withdrawnBecause = null;
        endedAt = null;
        switch (task) {
            case Open open -> {}
            case Claimed claimed -> {
                claimedBy = claimed.worker();
                claimedAt = claimed.since();
            }
            case Completed completed -> {
                claimedBy = completed.worker();
                claimedAt = completed.since();
                outcome = completed.outcome();
                note = completed.note().orElse(null);
                endedAt = completed.at();
            }
            case Withdrawn withdrawn -> {
                withdrawnBecause = withdrawn.why();
                endedAt = withdrawn.at();
            }
        }
    }

    Task task() {
        Particulars particulars = new Particulars(
                id,
                householdId,
                Optional.ofNullable(caseId),
                kind,
                new Queue(team, restricted),
                priority,
                dueOn,
                Optional.ofNullable(rule).map(code -> new Basis(code, ruleVersion, Reasons.read(reasons))));
        return switch (state) {
            case OPEN -> new Open(particulars);
            case CLAIMED -> new Claimed(particulars, claimedBy, claimedAt);
            case COMPLETED ->
                new Completed(particulars, claimedBy, claimedAt, outcome, Optional.ofNullable(note), endedAt);
            case WITHDRAWN -> new Withdrawn(particulars, withdrawnBecause, endedAt);
        };
    }
}

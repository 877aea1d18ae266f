package org.communitysolutions.casemanagement.task.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.HandOver;
import org.communitysolutions.casemanagement.task.domain.TaskEvent;
import org.communitysolutions.shared.transactions.Uuid7;

@Entity
@Table(name = "task_hand_over")
class HandOverRow {

    @Id
    UUID id;

    UUID taskId;
    String fromTeam;
    String toTeam;
    String reason;
    UUID worker;

    @Column(name = "handed_over")
    Instant at;

    boolean restricted;

    static HandOverRow of(TaskEvent.HandedOver event, Instant at) {
        HandOverRow row = new HandOverRow();
        row.id = Uuid7.next();
        row.taskId = event.particulars().id();
        row.fromTeam = event.from().team();
        row.toTeam = event.particulars().queue().team();
        row.reason = event.reason();
        row.worker = event.worker();
        row.at = at;
        row.restricted = event.particulars().queue().restricted();
        return row;
    }

    HandOver handOver() {
        return new HandOver(fromTeam, toTeam, reason, worker, at);
    }
}

package org.communitysolutions.casemanagement.task.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.communitysolutions.casemanagement.task.EarlyWithdrawal;

@Entity
@Table(name = "early_withdrawal")
class EarlyWithdrawalRow {

    @Id
    UUID taskId;

    String why;
    Instant at;
    boolean restricted;

    EarlyWithdrawal withdrawal() {
        return new EarlyWithdrawal(taskId, why, at, restricted);
    }
}

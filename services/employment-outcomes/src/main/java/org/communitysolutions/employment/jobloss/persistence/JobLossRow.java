package org.communitysolutions.employment.jobloss.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.employment.jobloss.JobLoss;

@Entity
@Table(name = "job_loss")
class JobLossRow {

    @Id
    UUID id;

    UUID householdId;
    UUID personId;
    UUID jobId;
    LocalDate lostOn;
    Instant recordedAt;

    @Version
    long version;

    static JobLossRow of(JobLoss loss, Instant recordedAt) {
        JobLossRow row = new JobLossRow();
        row.id = loss.id();
        row.householdId = loss.householdId();
        row.personId = loss.personId();
        row.jobId = loss.jobId().orElse(null);
        row.lostOn = loss.on();
        row.recordedAt = recordedAt;
        return row;
    }

    JobLoss loss() {
        return new JobLoss(id, householdId, personId, Optional.ofNullable(jobId), lostOn, version);
    }
}

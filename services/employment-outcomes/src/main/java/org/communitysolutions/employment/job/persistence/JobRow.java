package org.communitysolutions.employment.job.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.employment.job.domain.Evidence;
import org.communitysolutions.employment.job.domain.InWork;
import org.communitysolutions.employment.job.domain.Job;
import org.communitysolutions.employment.job.domain.JobKind;
import org.communitysolutions.employment.job.domain.JobState;
import org.communitysolutions.employment.job.domain.Lost;

@Entity
@Table(name = "job")
class JobRow {

    @Id
    UUID id;

    UUID participantId;
    UUID householdId;
    UUID personId;

    @Enumerated(EnumType.STRING)
    JobKind kind;

    String employer;
    LocalDate startedOn;
    BigDecimal hours;
    long annualPayPence;

    @Enumerated(EnumType.STRING)
    Evidence.Kind evidence;

    LocalDate evidenceSeenOn;
    String evidenceSeenBy;
    LocalDate lostOn;
    Instant recordedAt;

    @Version
    long version;

    static JobRow of(InWork inWork, Instant recordedAt) {
        Job job = inWork.job();
        JobRow row = new JobRow();
        row.id = job.id();
        row.participantId = job.participantId();
        row.householdId = job.householdId();
        row.personId = job.personId();
        row.kind = job.kind();
        row.employer = job.employer();
        row.startedOn = job.startedOn();
        row.hours = job.hours();
        row.annualPayPence = job.annualPayPence();
        row.evidence = job.evidence().kind();
        row.evidenceSeenOn = job.evidence().seenOn();
        row.evidenceSeenBy = job.evidence().seenBy();
        row.recordedAt = recordedAt;
        return row;
    }

    Job job() {
        return new Job(
                id,
                participantId,
                householdId,
                personId,
                kind,
                employer,
                startedOn,
                withoutTrailingZeros(hours),
                annualPayPence,
                new Evidence(evidence, evidenceSeenOn, evidenceSeenBy));
    }

    /** 22.50 as 22.5, and 20.00 as 20 and not as 2E+1. */
    private static BigDecimal withoutTrailingZeros(BigDecimal hours) {
        BigDecimal shortest = hours.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    JobState state() {
        return lostOn == null ? new InWork(job()) : new Lost(job(), lostOn);
    }
}

package org.communitysolutions.employment.job.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.communitysolutions.employment.job.domain.Job;
import org.communitysolutions.employment.job.domain.Milestone;
import org.communitysolutions.employment.job.domain.Sustained;

@Entity
@Table(name = "sustained_work")
class SustainedRow {

    @Id
    UUID id;

    UUID jobId;
    UUID participantId;
    int weeks;
    LocalDate reachedOn;
    Instant recordedAt;

    @Version
    long version;

    static SustainedRow of(Sustained sustained, Instant recordedAt) {
        SustainedRow row = new SustainedRow();
        row.id = sustained.id();
        row.jobId = sustained.job().id();
        row.participantId = sustained.job().participantId();
        row.weeks = sustained.milestone().weeks();
        row.reachedOn = sustained.reachedOn();
        row.recordedAt = recordedAt;
        return row;
    }

    Sustained sustained(Job job) {
        Milestone milestone = Arrays.stream(Milestone.values())
                .filter(known -> known.weeks() == weeks)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No milestone has %d weeks".formatted(weeks)));
        return new Sustained(id, job, milestone, reachedOn);
    }
}

package org.communitysolutions.homelessness.duty.persistence;

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
import org.communitysolutions.homelessness.duty.KeptDuty;
import org.communitysolutions.homelessness.duty.domain.Duty;
import org.communitysolutions.homelessness.duty.domain.DutyKind;
import org.communitysolutions.homelessness.duty.domain.EndReason;
import org.communitysolutions.homelessness.duty.domain.Ended;
import org.communitysolutions.homelessness.duty.domain.Owed;

@Entity
@Table(name = "duty")
class DutyRow {

    @Id
    UUID id;

    UUID applicationId;
    UUID householdId;

    @Enumerated(EnumType.STRING)
    DutyKind kind;

    LocalDate acceptedOn;
    LocalDate deadline;
    String deadlineSource;
    LocalDate likelyHomelessOn;
    UUID noticeId;
    boolean restricted;

    @Enumerated(EnumType.STRING)
    EndReason endReason;

    LocalDate noticeGivenOn;
    Instant recordedAt;

    @Version
    long version;

    static DutyRow of(Owed owed, Instant recordedAt) {
        Duty duty = owed.duty();
        DutyRow row = new DutyRow();
        row.id = duty.id();
        row.applicationId = duty.applicationId();
        row.householdId = duty.householdId();
        row.kind = duty.kind();
        row.acceptedOn = duty.acceptedOn();
        row.deadline = duty.deadline();
        row.deadlineSource = duty.deadlineSource();
        row.likelyHomelessOn = duty.likelyHomelessOn().orElse(null);
        row.noticeId = duty.noticeId().orElse(null);
        row.restricted = duty.restricted();
        row.recordedAt = recordedAt;
        return row;
    }

    void end(Ended ended) {
        endReason = ended.reason();
        noticeGivenOn = ended.noticeGivenOn();
    }

    KeptDuty kept() {
        Duty duty = new Duty(
                id,
                applicationId,
                householdId,
                kind,
                acceptedOn,
                deadline,
                deadlineSource,
                Optional.ofNullable(likelyHomelessOn),
                Optional.ofNullable(noticeId),
                restricted);
        return new KeptDuty(endReason == null ? new Owed(duty) : new Ended(duty, endReason, noticeGivenOn), version);
    }
}

package org.communitysolutions.homelessness.notice.persistence;

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
import org.communitysolutions.homelessness.notice.Notice;
import org.communitysolutions.homelessness.notice.NoticeKind;

@Entity
@Table(name = "notice")
class NoticeRow {

    @Id
    UUID id;

    UUID householdId;
    UUID applicationId;

    @Enumerated(EnumType.STRING)
    NoticeKind kind;

    boolean valid;
    LocalDate servedOn;
    LocalDate expiresOn;
    boolean restricted;
    Instant recordedAt;

    @Version
    long version;

    static NoticeRow of(Notice notice, Instant recordedAt) {
        NoticeRow row = new NoticeRow();
        row.id = notice.id();
        row.householdId = notice.householdId();
        row.applicationId = notice.applicationId().orElse(null);
        row.kind = notice.kind();
        row.valid = notice.valid();
        row.servedOn = notice.servedOn();
        row.expiresOn = notice.expiresOn();
        row.restricted = notice.restricted();
        row.recordedAt = recordedAt;
        return row;
    }

    Notice notice() {
        return new Notice(
                id,
                householdId,
                Optional.ofNullable(applicationId),
                kind,
                valid,
                servedOn,
                expiresOn,
                restricted,
                version);
    }
}

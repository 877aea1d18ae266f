package org.communitysolutions.homelessness.application.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.homelessness.application.Application;
import org.communitysolutions.homelessness.application.Cause;

@Entity
@Table(name = "homelessness_application")
class ApplicationRow {

    @Id
    UUID id;

    UUID householdId;

    @Enumerated(EnumType.STRING)
    Cause cause;

    LocalDate approachedOn;
    boolean restricted;
    Instant recordedAt;

    @Version
    long version;

    static ApplicationRow of(Application application, Instant recordedAt) {
        ApplicationRow row = new ApplicationRow();
        row.id = application.id();
        row.householdId = application.householdId();
        row.cause = application.cause();
        row.approachedOn = application.approachedOn();
        row.restricted = application.restricted();
        row.recordedAt = recordedAt;
        return row;
    }

    Application application() {
        return new Application(id, householdId, cause, approachedOn, version);
    }
}

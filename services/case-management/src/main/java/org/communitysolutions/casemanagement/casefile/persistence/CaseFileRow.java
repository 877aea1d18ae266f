package org.communitysolutions.casemanagement.casefile.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.casemanagement.casefile.CaseFiles;
import org.communitysolutions.casemanagement.casefile.HouseholdCases;
import org.communitysolutions.casemanagement.casefile.domain.CaseFile;
import org.communitysolutions.casemanagement.casefile.domain.CloseReason;
import org.communitysolutions.casemanagement.casefile.domain.ClosedCase;
import org.communitysolutions.casemanagement.casefile.domain.Heading;
import org.communitysolutions.casemanagement.casefile.domain.OpenCase;
import org.communitysolutions.casemanagement.casefile.domain.Tier;
import org.communitysolutions.shared.messaging.EnumCodes;

@Entity
@Table(name = "case_file")
class CaseFileRow {

    enum State {
        OPEN,
        CLOSED
    }

    @Id
    UUID id;

    @Column(updatable = false)
    UUID householdId;

    @Enumerated(EnumType.STRING)
    Tier tier;

    @Column(updatable = false)
    String team;

    @Column(updatable = false)
    boolean restricted;

    @Enumerated(EnumType.STRING)
    State state;

    UUID leadWorker;

    @Column(updatable = false)
    Instant openedAt;

    Instant closedAt;

    @Enumerated(EnumType.STRING)
    CloseReason closeReason;

    @Version
    long version;

    static CaseFileRow of(Heading heading) {
        CaseFileRow row = new CaseFileRow();
        row.id = heading.id();
        row.householdId = heading.household();
        row.tier = heading.tier();
        row.team = heading.team();
        row.restricted = heading.restricted();
        row.openedAt = heading.openedAt();
        row.set(new OpenCase(heading));
        return row;
    }

    void set(CaseFile file) {
        leadWorker = file.heading().leadWorker().orElse(null);
        switch (file) {
            case OpenCase open -> {
                state = State.OPEN;
                closedAt = null;
                closeReason = null;
            }
            case ClosedCase closed -> {
                state = State.CLOSED;
                closedAt = closed.at();
                closeReason = closed.reason();
            }
        }
    }

    CaseFiles.Kept kept() {
        Heading heading =
                new Heading(id, householdId, tier, team, restricted, Optional.ofNullable(leadWorker), openedAt);
        CaseFile file =
                switch (state) {
                    case OPEN -> new OpenCase(heading);
                    case CLOSED -> new ClosedCase(heading, closeReason, closedAt);
                };
        return new CaseFiles.Kept(file, version);
    }

    HouseholdCases.Summary summary() {
        return new HouseholdCases.Summary(id, EnumCodes.of(tier), team, restricted, Optional.ofNullable(leadWorker));
    }
}

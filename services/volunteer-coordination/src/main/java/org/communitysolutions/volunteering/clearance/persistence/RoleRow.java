package org.communitysolutions.volunteering.clearance.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.volunteering.clearance.domain.CheckLevel;
import org.communitysolutions.volunteering.clearance.domain.Role;
import org.communitysolutions.volunteering.clearance.domain.Workforce;

@Entity
@Table(name = "volunteer_role")
class RoleRow {

    @Id
    UUID id;

    String code;

    @Enumerated(EnumType.STRING)
    CheckLevel eligibleFor;

    @Enumerated(EnumType.STRING)
    CheckLevel required;

    @Enumerated(EnumType.STRING)
    Workforce workforce;

    Instant recordedAt;

    @Version
    long version;

    static RoleRow of(Role role, Instant recordedAt) {
        RoleRow row = new RoleRow();
        row.id = role.id();
        row.code = role.code();
        row.eligibleFor = role.eligibleFor();
        row.required = role.required();
        row.workforce = role.workforce().orElse(null);
        row.recordedAt = recordedAt;
        return row;
    }

    Role role() {
        return new Role(id, code, eligibleFor, required, Optional.ofNullable(workforce));
    }
}

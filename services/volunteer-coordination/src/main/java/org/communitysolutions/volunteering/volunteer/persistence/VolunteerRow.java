package org.communitysolutions.volunteering.volunteer.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.volunteering.volunteer.Volunteer;
import org.communitysolutions.volunteering.volunteer.VolunteerDetails;

@Entity
@Table(name = "volunteer")
class VolunteerRow {

    @Id
    UUID id;

    String name;
    String email;
    String phone;
    UUID householdId;
    LocalDate registeredOn;
    Instant recordedAt;

    @Version
    long version;

    static VolunteerRow of(Volunteer volunteer, Instant recordedAt) {
        VolunteerRow row = new VolunteerRow();
        row.id = volunteer.id();
        row.registeredOn = volunteer.registeredOn();
        row.recordedAt = recordedAt;
        row.set(volunteer.details());
        return row;
    }

    void set(VolunteerDetails details) {
        name = details.name();
        email = details.email().orElse(null);
        phone = details.phone().orElse(null);
        householdId = details.householdId().orElse(null);
    }

    Volunteer volunteer() {
        VolunteerDetails details = new VolunteerDetails(
                name, Optional.ofNullable(email), Optional.ofNullable(phone), Optional.ofNullable(householdId));
        return new Volunteer(id, details, registeredOn, version);
    }
}

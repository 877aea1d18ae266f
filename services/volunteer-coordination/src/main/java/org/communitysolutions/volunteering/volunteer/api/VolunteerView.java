package org.communitysolutions.volunteering.volunteer.api;

import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.volunteering.volunteer.Volunteer;
import org.communitysolutions.volunteering.volunteer.VolunteerDetails;

/** A volunteer as coordinators see them. */
record VolunteerView(UUID id, VolunteerDetails details, LocalDate registeredOn) {

    static VolunteerView of(Volunteer volunteer) {
        return new VolunteerView(volunteer.id(), volunteer.details(), volunteer.registeredOn());
    }
}

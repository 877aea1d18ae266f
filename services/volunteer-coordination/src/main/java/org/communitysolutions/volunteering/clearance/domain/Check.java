package org.communitysolutions.volunteering.clearance.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A check that a volunteer was asked for: what holds of it whatever comes back. What stands on the certificate is not
 * kept.
 *
 * @param role the code of the role that it was asked for
 * @param workforce whom it is for; absent for a basic check
 */
public record Check(
        UUID id, UUID volunteerId, String role, CheckLevel level, Optional<Workforce> workforce, LocalDate askedOn) {}

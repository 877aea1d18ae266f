package org.communitysolutions.debtadvice.household.events;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.messaging.Consumes;

/** Intake registered a household. */
@Consumes("intake.household-registered.v1")
record HouseholdRegistered(UUID householdId, Optional<String> uprn, Optional<LocalDate> registeredOn) {}

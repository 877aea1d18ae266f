package org.communitysolutions.intake.disclosure.events;

import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.messaging.Publishes;
import org.communitysolutions.shared.messaging.Sensitivity;

/** A person told of domestic abuse. */
@Publishes(value = "domestic-abuse-disclosed.v1", sensitivity = Sensitivity.RESTRICTED)
record DomesticAbuseDisclosed(
        UUID householdId,
        UUID disclosureId,
        UUID personId,
        Optional<Integer> dashScore,
        boolean highRisk,
        boolean childrenInHousehold) {}

package org.communitysolutions.casemanagement.task.domain;

import java.util.UUID;

/**
 * One event that made a rule hold.
 *
 * @param eventId the event, as its envelope identifies it
 * @param factor the code of the risk factor that it moved
 */
public record Reason(UUID eventId, String factor) {}

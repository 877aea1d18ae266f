package org.communitysolutions.employment.jobloss;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody lost a job, whether they are in employment support or not.
 *
 * @param householdId intake's id
 * @param personId intake's id
 * @param jobId the job, if it is one that is known here
 * @param on the first day without it
 * @param version grows with each change
 */
public record JobLoss(UUID id, UUID householdId, UUID personId, Optional<UUID> jobId, LocalDate on, long version) {}

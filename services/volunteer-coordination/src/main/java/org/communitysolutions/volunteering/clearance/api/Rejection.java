package org.communitysolutions.volunteering.clearance.api;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.communitysolutions.shared.web.PlausibleDate;

/**
 * That a volunteer is not cleared after a check. Why not is not kept.
 *
 * @param on the day on which that was decided
 */
record Rejection(@NotNull @PlausibleDate LocalDate on) {}

package org.communitysolutions.employment.job.api;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.communitysolutions.shared.web.PlausibleDate;

/**
 * That a job was lost.
 *
 * @param on the first day without it
 */
record NewLoss(@NotNull @PlausibleDate LocalDate on) {}

package org.communitysolutions.employment.job.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.employment.job.StartJob;
import org.communitysolutions.employment.job.domain.Evidence;
import org.communitysolutions.employment.job.domain.JobKind;
import org.communitysolutions.shared.web.PlainText;
import org.communitysolutions.shared.web.PlausibleDate;

/**
 * A job that a participant started.
 *
 * @param employer at most 120 characters
 * @param startedOn the first day of work
 * @param hours agreed hours a week, 0 to 168; 0 for a contract without agreed hours
 * @param annualPayPence pay for a year before tax, in pence
 * @param evidence what was seen to prove it, and when
 */
record NewJob(
        @NotNull JobKind kind,
        @NotNull @PlainText(max = 120) String employer,
        @NotNull @PlausibleDate LocalDate startedOn,

        @NotNull @DecimalMin("0") @DecimalMax("168") @Digits(integer = 3, fraction = 2) BigDecimal hours,

        @NotNull @Min(0) @Max(1_000_000_000) Long annualPayPence,
        @NotNull @Valid Seen evidence) {

    record Seen(
            @NotNull Evidence.Kind kind,
            @NotNull @PlausibleDate LocalDate seenOn) {}

    StartJob.Start start(UUID participant) {
        return new StartJob.Start(
                participant,
                kind,
                employer.strip(),
                startedOn,
                hours,
                annualPayPence,
                evidence.kind(),
                evidence.seenOn());
    }
}

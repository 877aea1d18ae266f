package org.communitysolutions.debtadvice.extract.events;

import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.shared.messaging.Publishes;

/** An instalment of council tax was due and was not paid in full. Published once for each, ever. */
@Publishes("council-tax-instalment-missed.v1")
record CouncilTaxInstalmentMissed(
        UUID householdId,
        UUID accountId,
        String financialYear,
        int instalment,
        LocalDate dueDate,
        long amountPence,
        long arrearsPence) {}

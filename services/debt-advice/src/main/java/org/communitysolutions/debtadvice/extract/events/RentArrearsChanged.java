package org.communitysolutions.debtadvice.extract.events;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.messaging.Publishes;

/** What is overdue on a rent account changed and is not nil. */
@Publishes("rent-arrears-changed.v1")
record RentArrearsChanged(
        UUID householdId,
        UUID accountId,
        long arrearsPence,
        Optional<Long> previousArrearsPence,
        Optional<BigDecimal> weeksOfRent) {}

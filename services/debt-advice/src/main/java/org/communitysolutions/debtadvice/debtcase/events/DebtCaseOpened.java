package org.communitysolutions.debtadvice.debtcase.events;

import java.util.UUID;
import org.communitysolutions.shared.messaging.Publishes;

/** An adviser took up the debts of a household. */
@Publishes("debt-case-opened.v1")
public record DebtCaseOpened(UUID householdId, UUID debtCaseId) {}

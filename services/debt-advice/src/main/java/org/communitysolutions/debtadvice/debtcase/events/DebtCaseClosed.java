package org.communitysolutions.debtadvice.debtcase.events;

import java.util.UUID;
import org.communitysolutions.shared.messaging.Publishes;

/**
 * Advice on the debts of a household ended.
 *
 * @param reason a code, from an open list
 */
@Publishes("debt-case-closed.v1")
public record DebtCaseClosed(UUID householdId, UUID debtCaseId, String reason) {}

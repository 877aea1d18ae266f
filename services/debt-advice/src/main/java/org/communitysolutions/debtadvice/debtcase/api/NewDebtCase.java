package org.communitysolutions.debtadvice.debtcase.api;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A debt case to open.
 *
 * @param householdId whose debts are taken up
 */
record NewDebtCase(@NotNull UUID householdId) {}

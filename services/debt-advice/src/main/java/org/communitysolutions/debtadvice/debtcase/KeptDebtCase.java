package org.communitysolutions.debtadvice.debtcase;

import org.communitysolutions.debtadvice.debtcase.domain.DebtCase;

/**
 * A debt case as it is stored.
 *
 * @param version grows with each change
 */
public record KeptDebtCase(DebtCase debtCase, long version) {}

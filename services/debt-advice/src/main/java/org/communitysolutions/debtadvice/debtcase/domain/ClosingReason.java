package org.communitysolutions.debtadvice.debtcase.domain;

/** Why advice on a household's debts ended. */
public enum ClosingReason {
    DEBTS_SETTLED,
    /** Such as a debt relief order or a repayment plan. */
    SOLUTION_AGREED,
    ADVICE_COMPLETE,
    REFERRED_ON,
    /** The household did not want it. */
    DECLINED,
    CONTACT_LOST,
    MOVED_AWAY,
    OPENED_IN_ERROR
}

package org.communitysolutions.local.history;

import java.util.UUID;

/** What debt-advice tells of a household besides council tax. */
final class Debts {

    private final Life life;

    Debts(Life life) {
        this.life = life;
    }

    /** The id of the debt case. */
    UUID opened(long day) {
        UUID id = life.draw().id();
        life.workOpened(life.told(EventType.DEBT_CASE_OPENED, day, data -> data.id("debtCaseId", id)));
        return id;
    }

    void budgeted(long day, UUID debtCase) {
        int surplus = life.draw().between(0, 20_000);
        life.told(EventType.BUDGET_ASSESSED, day, data -> data.id("debtCaseId", debtCase)
                .number("surplusPence", surplus));
    }

    /** Sixty days in which no creditor may press (Debt Respite Scheme Regulations 2020). */
    void breathingSpace(long day) {
        UUID moratorium = life.draw().id();
        life.told(EventType.BREATHING_SPACE_STARTED, day, data -> data.id("moratoriumId", moratorium)
                .text("kind", "standard")
                .date("endsOn", day + 60));
        life.told(EventType.BREATHING_SPACE_ENDED, day + 60, data -> data.id("moratoriumId", moratorium)
                .text("kind", "standard"));
    }

    void solved(long day, UUID debtCase) {
        String solution = life.draw().oneOf("debt-management-plan", "debt-relief-order", "write-off");
        life.told(EventType.DEBT_SOLUTION_AGREED, day, data -> data.id("debtCaseId", debtCase)
                .text("solution", solution));
    }

    void closed(long day, UUID debtCase, String reason) {
        life.workClosed(life.told(EventType.DEBT_CASE_CLOSED, day, data -> data.id("debtCaseId", debtCase)
                .text("reason", reason)));
    }

    void crisisPayment(long day) {
        UUID award = life.draw().id();
        int pence = 500 * life.draw().between(4, 40);
        life.told(EventType.CRISIS_PAYMENT_AWARDED, day, data -> data.id("awardId", award)
                .text("fund", "crisis-and-resilience-fund")
                .number("amountPence", pence));
    }

    /** A week or so behind with the rent, and square again; two events. */
    void rentLate(long day, UUID account) {
        int pence = 9_500 + 50 * life.draw().between(0, 139);
        life.imported(EventType.RENT_ARREARS_CHANGED, day, day + life.draw().between(1, 4), data -> data.id(
                        "accountId", account)
                .number("arrearsPence", pence)
                .number("previousArrearsPence", 0)
                .number("weeksOfRent", 1));
        long paid = day + life.draw().between(7, 14);
        life.imported(EventType.ARREARS_CLEARED, paid, paid + 1, data -> data.id("accountId", account)
                .text("kind", "rent"));
    }
}

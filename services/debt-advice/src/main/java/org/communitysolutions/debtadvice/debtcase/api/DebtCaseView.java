package org.communitysolutions.debtadvice.debtcase.api;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.debtadvice.debtcase.domain.ClosingReason;
import org.communitysolutions.debtadvice.debtcase.domain.DebtCase;

/**
 * A debt case as advisers see it.
 *
 * @param state {@code open} or {@code closed}
 */
record DebtCaseView(
        UUID id,
        UUID householdId,
        String state,
        LocalDate openedOn,
        String openedBy,
        Optional<LocalDate> closedOn,
        Optional<ClosingReason> reason) {

    static DebtCaseView of(DebtCase debtCase) {
        return switch (debtCase) {
            case DebtCase.Open open ->
                new DebtCaseView(
                        open.id(),
                        open.household(),
                        "open",
                        open.openedOn(),
                        open.openedBy(),
                        Optional.empty(),
                        Optional.empty());
            case DebtCase.Closed closed ->
                new DebtCaseView(
                        closed.id(),
                        closed.household(),
                        "closed",
                        closed.openedOn(),
                        closed.openedBy(),
                        Optional.of(closed.closedOn()),
                        Optional.of(closed.reason()));
        };
    }
}

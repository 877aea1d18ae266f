package org.communitysolutions.debtadvice.extract.events;

import java.time.Instant;
import java.util.UUID;
import org.communitysolutions.debtadvice.extract.domain.Account;
import org.communitysolutions.debtadvice.extract.domain.Signal;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.transactions.CouncilCalendar;

/** Signals as events. A day begins at midnight in the council's own time. */
public final class SignalAnnouncements {

    private SignalAnnouncements() {}

    public static Announcement of(Account account, Signal signal) {
        Instant at = CouncilCalendar.startOf(signal.since());
        return Announcement.about(account.household(), at, data(account.household(), account.id(), signal));
    }

    private static Object data(UUID household, UUID account, Signal signal) {
        return switch (signal) {
            case Signal.InstalmentMissed missed ->
                new CouncilTaxInstalmentMissed(
                        household,
                        account,
                        missed.year().toString(),
                        missed.instalment(),
                        missed.dueOn(),
                        missed.amountPence(),
                        missed.arrearsPence());
            case Signal.StageReached reached ->
                new CouncilTaxStageReached(household, account, reached.stage().code(), reached.arrearsPence());
            case Signal.RentArrearsChanged changed ->
                new RentArrearsChanged(
                        household, account, changed.arrearsPence(), changed.previousPence(), changed.weeksOfRent());
            case Signal.ArrearsCleared cleared ->
                new ArrearsCleared(household, account, cleared.kind().code());
        };
    }
}

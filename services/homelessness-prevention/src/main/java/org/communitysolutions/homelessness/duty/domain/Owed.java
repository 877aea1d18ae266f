package org.communitysolutions.homelessness.duty.domain;

import java.time.LocalDate;

/** A duty that the council owes, before its deadline or after: only a decision ends it. */
public record Owed(Duty duty) implements DutyState {

    /**
     * Ends it.
     *
     * @param reason one that this duty can end for
     * @param noticeGivenOn the day on which the household was given notice in writing (s195(5), s189B(5)): the duty ends
     *     then; from its acceptance to today, and for {@link EndReason#PERIOD_ENDED} not before the deadline
     */
    public Decision<Ended> end(EndReason reason, LocalDate noticeGivenOn, LocalDate today) {
        if (!reason.ends(duty.kind())) {
            return Decision.refused(Refusal.REASON_NOT_FOR_THIS_DUTY);
        }
        if (noticeGivenOn.isAfter(today)) {
            return Decision.refused(Refusal.IN_THE_FUTURE);
        }
        if (noticeGivenOn.isBefore(duty.acceptedOn())) {
            return Decision.refused(Refusal.BEFORE_ACCEPTANCE);
        }
        if (reason == EndReason.PERIOD_ENDED && noticeGivenOn.isBefore(duty.deadline())) {
            return Decision.refused(Refusal.PERIOD_STILL_RUNNING);
        }
        Ended ended = new Ended(duty, reason, noticeGivenOn);
        return Decision.taken(ended, new DutyEvent.Ended(duty, reason));
    }
}

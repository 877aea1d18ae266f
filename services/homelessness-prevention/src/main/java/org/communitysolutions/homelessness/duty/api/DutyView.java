package org.communitysolutions.homelessness.duty.api;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.homelessness.duty.domain.Duty;
import org.communitysolutions.homelessness.duty.domain.DutyKind;
import org.communitysolutions.homelessness.duty.domain.DutyState;
import org.communitysolutions.homelessness.duty.domain.EndReason;
import org.communitysolutions.homelessness.duty.domain.Ended;
import org.communitysolutions.homelessness.duty.domain.Owed;

/** A duty as the front line sees it. */
record DutyView(
        UUID id,
        UUID applicationId,
        UUID householdId,
        DutyKind duty,
        State state,
        LocalDate acceptedOn,
        LocalDate deadline,
        String deadlineSource,
        Optional<LocalDate> likelyHomelessOn,
        Optional<UUID> noticeId,
        Optional<EndReason> reason,
        Optional<LocalDate> noticeGivenOn) {

    enum State {
        OWED,
        ENDED
    }

    static DutyView of(DutyState state) {
        return switch (state) {
            case Owed owed -> of(owed.duty(), State.OWED, Optional.empty(), Optional.empty());
            case Ended ended ->
                of(ended.duty(), State.ENDED, Optional.of(ended.reason()), Optional.of(ended.noticeGivenOn()));
        };
    }

    private static DutyView of(Duty duty, State state, Optional<EndReason> reason, Optional<LocalDate> noticeGivenOn) {
        return new DutyView(
                duty.id(),
                duty.applicationId(),
                duty.householdId(),
                duty.kind(),
                state,
                duty.acceptedOn(),
                duty.deadline(),
                duty.deadlineSource(),
                duty.likelyHomelessOn(),
                duty.noticeId(),
                reason,
                noticeGivenOn);
    }
}

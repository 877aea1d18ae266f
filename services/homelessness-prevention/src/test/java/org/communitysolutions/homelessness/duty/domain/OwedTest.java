package org.communitysolutions.homelessness.duty.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.homelessness.duty.domain.Laws.TODAY;
import static org.communitysolutions.homelessness.duty.domain.Laws.refusal;
import static org.communitysolutions.homelessness.duty.domain.Laws.taken;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OwedTest {

    private static final LocalDate ACCEPTED = LocalDate.of(2026, 11, 21);
    private static final LocalDate DEADLINE = LocalDate.of(2027, 1, 16);

    @Test
    void endsOnTheDayOfTheWrittenNoticeForTheReasonGiven() {
        Owed owed = Laws.owed(DutyKind.PREVENTION, ACCEPTED);

        Decision.Taken<Ended> taken = taken(owed.end(EndReason.BECAME_HOMELESS, ACCEPTED.plusDays(3), TODAY));

        assertThat(taken.state()).isEqualTo(new Ended(owed.duty(), EndReason.BECAME_HOMELESS, ACCEPTED.plusDays(3)));
        assertThat(taken.event()).isEqualTo(new DutyEvent.Ended(owed.duty(), EndReason.BECAME_HOMELESS));
    }

    @Test
    void isStillOwedLongAfterItsDeadlineUntilSomebodyEndsIt() {
        Owed owed = Laws.owed(DutyKind.RELIEF, ACCEPTED);

        LocalDate longAfter = DEADLINE.plusDays(200);

        assertThat(refusal(owed.end(EndReason.CONTACT_LOST, longAfter, longAfter)))
                .isEmpty();
    }

    @Test
    void endsBecauseItsPeriodEndedOnItsDeadlineAndNotADayBefore() {
        Owed owed = Laws.owed(DutyKind.PREVENTION, ACCEPTED);

        assertThat(refusal(owed.end(EndReason.PERIOD_ENDED, DEADLINE.minusDays(1), TODAY)))
                .contains(Refusal.PERIOD_STILL_RUNNING);
        assertThat(refusal(owed.end(EndReason.PERIOD_ENDED, DEADLINE, TODAY))).isEmpty();
    }

    @Test
    void endsForReasonsOfItsOwnKindOnly() {
        Owed prevention = Laws.owed(DutyKind.PREVENTION, ACCEPTED);
        Owed relief = Laws.owed(DutyKind.RELIEF, ACCEPTED);

        assertThat(refusal(relief.end(EndReason.BECAME_HOMELESS, ACCEPTED, TODAY)))
                .contains(Refusal.REASON_NOT_FOR_THIS_DUTY);
        assertThat(refusal(prevention.end(EndReason.LOCAL_CONNECTION_REFERRAL, ACCEPTED, TODAY)))
                .contains(Refusal.REASON_NOT_FOR_THIS_DUTY);
    }

    @Property
    void neverEndsByANoticeFromBeforeItBeganOrFromTheFuture(
            @ForAll("duties") Owed owed, @ForAll EndReason reason, @ForAll("noticeDays") LocalDate noticeGivenOn) {
        Decision<Ended> decision = owed.end(reason, noticeGivenOn, TODAY);

        if (decision instanceof Decision.Taken<Ended> taken) {
            assertThat(taken.state().noticeGivenOn())
                    .isBetween(owed.duty().acceptedOn(), TODAY)
                    .isEqualTo(noticeGivenOn);
            assertThat(reason.ends(owed.duty().kind())).isTrue();
            assertThat(taken.state().duty()).isEqualTo(owed.duty());
        } else {
            boolean allowed = reason.ends(owed.duty().kind())
                    && !noticeGivenOn.isBefore(owed.duty().acceptedOn())
                    && !noticeGivenOn.isAfter(TODAY)
                    && (reason != EndReason.PERIOD_ENDED
                            || !noticeGivenOn.isBefore(owed.duty().deadline()));
            assertThat(allowed).isFalse();
        }
    }

    @Provide
    Arbitrary<Owed> duties() {
        return Laws.duties();
    }

    @Provide
    Arbitrary<LocalDate> noticeDays() {
        return Arbitraries.integers().between(-400, 30).map(TODAY::plusDays);
    }
}

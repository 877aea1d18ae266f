package org.communitysolutions.homelessness.duty.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.homelessness.duty.domain.Laws.APPROACHED;
import static org.communitysolutions.homelessness.duty.domain.Laws.ENGLAND;
import static org.communitysolutions.homelessness.duty.domain.Laws.TODAY;
import static org.communitysolutions.homelessness.duty.domain.Laws.application;
import static org.communitysolutions.homelessness.duty.domain.Laws.prevention;
import static org.communitysolutions.homelessness.duty.domain.Laws.refusal;
import static org.communitysolutions.homelessness.duty.domain.Laws.relief;
import static org.communitysolutions.homelessness.duty.domain.Laws.taken;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.communitysolutions.homelessness.duty.domain.ApplicationDuties.Wanted;
import org.junit.jupiter.api.Test;

class ApplicationDutiesTest {

    private static final LocalDate ON = LocalDate.of(2026, 11, 21);

    @Test
    void acceptsPreventionWithADeadlineOfFiftySixDaysThatBeginWithTheDayOfAcceptance() {
        Decision.Taken<Owed> taken = taken(application().accept(prevention(ON), ENGLAND, TODAY));

        assertThat(taken.state().duty().deadline()).isEqualTo(LocalDate.of(2027, 1, 16));
        assertThat(taken.state().duty().deadlineSource()).isEqualTo("Housing Act 1996");
        assertThat(taken.event()).isEqualTo(new DutyEvent.Accepted(taken.state().duty()));
    }

    @Test
    void reckonsTheDeadlineByTheLawOfTheDayOfAcceptance() {
        DutyLaw changing = Laws.law(
                new DutyLaw.Period(28, LocalDate.of(2002, 7, 31), "before"),
                new DutyLaw.Period(56, LocalDate.of(2018, 4, 3), "after"));
        ApplicationDuties old =
                new ApplicationDuties(UUID.randomUUID(), UUID.randomUUID(), LocalDate.of(2001, 1, 1), false, List.of());

        assertThat(deadline(old, LocalDate.of(2018, 4, 2), changing)).isEqualTo(LocalDate.of(2018, 4, 30));
        assertThat(deadline(old, LocalDate.of(2018, 4, 3), changing)).isEqualTo(LocalDate.of(2018, 5, 29));
        assertThat(refusal(old.accept(relief(LocalDate.of(2002, 7, 30)), changing, TODAY)))
                .contains(Refusal.NO_SUCH_DUTY_THEN);
    }

    @Test
    void acceptsPreventionForHomelessnessThatIsLikelyWithinFiftySixDaysAndNoLater() {
        assertThat(refusal(accept(new Threat.LikelyHomeless(ON.plusDays(56))))).isEmpty();
        assertThat(refusal(accept(new Threat.LikelyHomeless(ON.plusDays(57))))).contains(Refusal.NOT_THREATENED);
        assertThat(refusal(accept(new Threat.LikelyHomeless(ON.minusDays(1))))).contains(Refusal.NOT_THREATENED);
    }

    @Test
    void acceptsPreventionOnANoticeOnlyIfItCountsAndExpiresWithinFiftySixDays() {
        UUID notice = UUID.randomUUID();

        Decision<Owed> accepted = accept(new Threat.NoticeExpires(notice, true, ON.plusDays(56)));

        assertThat(taken(accepted).state().duty().noticeId()).contains(notice);
        assertThat(refusal(accept(new Threat.NoticeExpires(notice, true, ON.plusDays(57)))))
                .contains(Refusal.NOT_THREATENED);
        assertThat(refusal(accept(new Threat.NoticeExpires(notice, false, ON.plusDays(5)))))
                .contains(Refusal.NOT_THREATENED);
    }

    @Test
    void takesAThreatForPreventionOnly() {
        Wanted threatened = new Wanted(
                UUID.randomUUID(), DutyKind.RELIEF, ON, Optional.of(new Threat.LikelyHomeless(ON.plusDays(1))));
        Wanted unthreatened = new Wanted(UUID.randomUUID(), DutyKind.PREVENTION, ON, Optional.empty());

        assertThat(refusal(application().accept(threatened, ENGLAND, TODAY))).contains(Refusal.THREAT_IS_NO_GROUND);
        assertThat(refusal(application().accept(unthreatened, ENGLAND, TODAY))).contains(Refusal.NOT_THREATENED);
    }

    @Test
    void letsReliefFollowPreventionFromTheDayOnWhichThatEnded() {
        Owed prevention = Laws.owed(DutyKind.PREVENTION, ON);
        Ended ended = taken(prevention.end(EndReason.BECAME_HOMELESS, ON.plusDays(9), TODAY))
                .state();

        assertThat(refusal(application(prevention).accept(relief(ON.plusDays(9)), ENGLAND, TODAY)))
                .contains(Refusal.PREVENTION_STILL_OWED);
        assertThat(refusal(application(ended).accept(relief(ON.plusDays(8)), ENGLAND, TODAY)))
                .contains(Refusal.EARLIER_DUTY_STILL_OWED_THEN);
        assertThat(refusal(application(ended).accept(relief(ON.plusDays(9)), ENGLAND, TODAY)))
                .isEmpty();
    }

    @Test
    void letsNoDutyFollowWhenTheHouseholdWithdrew() {
        Ended withdrawn = taken(Laws.owed(DutyKind.PREVENTION, ON).end(EndReason.WITHDREW, ON, TODAY))
                .state();

        assertThat(refusal(application(withdrawn).accept(relief(ON), ENGLAND, TODAY)))
                .contains(Refusal.APPLICATION_CLOSED);
    }

    @Test
    void acceptsOnlyFromTheApproachToToday() {
        assertThat(refusal(application().accept(prevention(APPROACHED.minusDays(1)), ENGLAND, TODAY)))
                .contains(Refusal.BEFORE_APPROACH);
        assertThat(refusal(application().accept(prevention(TODAY.plusDays(1)), ENGLAND, TODAY)))
                .contains(Refusal.IN_THE_FUTURE);
        assertThat(refusal(application().accept(prevention(TODAY), ENGLAND, TODAY)))
                .isEmpty();
    }

    /** Whatever is asked in whatever order, each duty stands at most once and prevention has ended when relief begins. */
    @Property
    void keepsTheOrderOfDutiesWhateverIsAsked(@ForAll("requests") List<Request> requests) {
        List<DutyState> duties = new ArrayList<>();
        for (Request request : requests) {
            request.applyTo(duties);
        }

        assertThat(duties).extracting(state -> state.duty().kind()).doesNotHaveDuplicates();
        if (duties.size() == 2) {
            assertThat(duties.get(0)).isInstanceOfSatisfying(Ended.class, prevention -> {
                assertThat(prevention.duty().kind()).isEqualTo(DutyKind.PREVENTION);
                assertThat(prevention.reason().closesApplication()).isFalse();
                assertThat(duties.get(1).duty().acceptedOn()).isAfterOrEqualTo(prevention.noticeGivenOn());
            });
        }
    }

    /** Accepts a duty of that kind on that day, or ends it then. */
    record Request(boolean accept, DutyKind kind, LocalDate on, EndReason reason) {

        void applyTo(List<DutyState> duties) {
            if (accept) {
                Wanted wanted = kind == DutyKind.PREVENTION ? prevention(on) : relief(on);
                Decision<Owed> decision =
                        application(duties.toArray(DutyState[]::new)).accept(wanted, ENGLAND, TODAY);
                if (decision instanceof Decision.Taken<Owed> taken) {
                    duties.add(taken.state());
                }
                return;
            }
            duties.replaceAll(state -> state instanceof Owed owed
                            && owed.duty().kind() == kind
                            && owed.end(reason, on, TODAY) instanceof Decision.Taken<Ended> taken
                    ? taken.state()
                    : state);
        }
    }

    @Provide
    Arbitrary<List<Request>> requests() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(DutyKind.class),
                        Laws.days(),
                        Arbitraries.of(EndReason.class))
                .as(Request::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    private static LocalDate deadline(ApplicationDuties duties, LocalDate on, DutyLaw law) {
        return taken(duties.accept(relief(on), law, TODAY)).state().duty().deadline();
    }

    private static Decision<Owed> accept(Threat threat) {
        return application()
                .accept(new Wanted(UUID.randomUUID(), DutyKind.PREVENTION, ON, Optional.of(threat)), ENGLAND, TODAY);
    }
}

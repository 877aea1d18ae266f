package org.communitysolutions.homelessness.duty.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The duties on one application: prevention, then relief, each at most once.
 *
 * @param householdId intake's id
 * @param approachedOn the day on which the household asked
 * @param restricted whether the application exists for those only who are cleared for it
 * @param accepted those accepted so far
 */
public record ApplicationDuties(
        UUID applicationId, UUID householdId, LocalDate approachedOn, boolean restricted, List<DutyState> accepted) {

    /**
     * A duty that an officer would accept.
     *
     * @param id the id that it gets
     * @param on from the household's approach to today
     * @param threat needed for prevention, and for no other
     */
    public record Wanted(UUID id, DutyKind kind, LocalDate on, Optional<Threat> threat) {}

    public ApplicationDuties {
        accepted = List.copyOf(accepted);
    }

    /** Accepts a duty; its deadline is reckoned by the law of the day on which it is accepted. */
    public Decision<Owed> accept(Wanted wanted, DutyLaw law, LocalDate today) {
        Optional<Refusal> against =
                againstDay(wanted, today).or(() -> againstOrder(wanted)).or(() -> againstGround(wanted, law));
        if (against.isPresent()) {
            return Decision.refused(against.get());
        }
        return law.period(wanted.kind(), wanted.on())
                .map(period -> accept(wanted, period))
                .orElseGet(() -> Decision.refused(Refusal.NO_SUCH_DUTY_THEN));
    }

    private Decision<Owed> accept(Wanted wanted, DutyLaw.Period period) {
        Duty duty = new Duty(
                wanted.id(),
                applicationId,
                householdId,
                wanted.kind(),
                wanted.on(),
                wanted.on().plusDays(period.days()),
                period.source(),
                wanted.threat().filter(Threat.LikelyHomeless.class::isInstance).map(Threat::on),
                wanted.threat()
                        .filter(Threat.NoticeExpires.class::isInstance)
                        .map(notice -> ((Threat.NoticeExpires) notice).noticeId()),
                restricted);
        return Decision.taken(new Owed(duty), new DutyEvent.Accepted(duty));
    }

    private Optional<Refusal> againstDay(Wanted wanted, LocalDate today) {
        if (wanted.on().isAfter(today)) {
            return Optional.of(Refusal.IN_THE_FUTURE);
        }
        return wanted.on().isBefore(approachedOn) ? Optional.of(Refusal.BEFORE_APPROACH) : Optional.empty();
    }

    private Optional<Refusal> againstOrder(Wanted wanted) {
        return accepted.stream()
                .map(earlier -> between(earlier, wanted))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Refusal> between(DutyState earlier, Wanted wanted) {
        if (earlier.duty().kind() == wanted.kind()) {
            return Optional.of(Refusal.ALREADY_ACCEPTED);
        }
        if (earlier.duty().kind() == DutyKind.RELIEF) {
            return Optional.of(Refusal.RELIEF_ALREADY_ACCEPTED);
        }
        return switch (earlier) {
            case Owed owed -> Optional.of(Refusal.PREVENTION_STILL_OWED);
            case Ended ended when ended.reason().closesApplication() -> Optional.of(Refusal.APPLICATION_CLOSED);
            case Ended ended
            when wanted.on().isBefore(ended.noticeGivenOn()) -> Optional.of(Refusal.EARLIER_DUTY_STILL_OWED_THEN);
            case Ended ended -> Optional.empty();
        };
    }

    private static Optional<Refusal> againstGround(Wanted wanted, DutyLaw law) {
        return switch (wanted.kind()) {
            case PREVENTION -> {
                boolean threatened = law.threat(wanted.on())
                        .flatMap(near -> wanted.threat().filter(threat -> threat.within(near.days(), wanted.on())))
                        .isPresent();
                yield threatened ? Optional.empty() : Optional.of(Refusal.NOT_THREATENED);
            }
            case RELIEF -> wanted.threat().isPresent() ? Optional.of(Refusal.THREAT_IS_NO_GROUND) : Optional.empty();
        };
    }
}

package org.communitysolutions.homelessness.duty.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** The law and the applications that these tests speak of. */
final class Laws {

    static final LocalDate APPROACHED = LocalDate.of(2026, 9, 1);
    static final LocalDate TODAY = LocalDate.of(2027, 9, 1);

    /** 56 days throughout, as in England since the Homelessness Reduction Act 2017. */
    static final DutyLaw ENGLAND = law(new DutyLaw.Period(56, LocalDate.of(2018, 4, 3), "Housing Act 1996"));

    private Laws() {}

    static DutyLaw law(DutyLaw.Period... periods) {
        return new DutyLaw(
                Map.of(DutyKind.PREVENTION, List.of(periods), DutyKind.RELIEF, List.of(periods)), List.of(periods));
    }

    static ApplicationDuties application(DutyState... accepted) {
        return new ApplicationDuties(UUID.randomUUID(), UUID.randomUUID(), APPROACHED, false, List.of(accepted));
    }

    static ApplicationDuties.Wanted prevention(LocalDate on) {
        return new ApplicationDuties.Wanted(
                UUID.randomUUID(), DutyKind.PREVENTION, on, Optional.of(new Threat.LikelyHomeless(on.plusDays(10))));
    }

    static ApplicationDuties.Wanted relief(LocalDate on) {
        return new ApplicationDuties.Wanted(UUID.randomUUID(), DutyKind.RELIEF, on, Optional.empty());
    }

    /** A duty that was accepted on that day. */
    static Owed owed(DutyKind kind, LocalDate on) {
        ApplicationDuties.Wanted wanted = kind == DutyKind.PREVENTION ? prevention(on) : relief(on);
        return taken(application().accept(wanted, ENGLAND, TODAY)).state();
    }

    static <S extends DutyState> Decision.Taken<S> taken(Decision<S> decision) {
        return switch (decision) {
            case Decision.Taken<S> taken -> taken;
            case Decision.Refused<S> refused -> throw new AssertionError("It was refused: " + refused.refusal());
        };
    }

    /** Why it was refused; nothing if it was not. */
    static Optional<Refusal> refusal(Decision<?> decision) {
        return decision instanceof Decision.Refused<?> refused ? Optional.of(refused.refusal()) : Optional.empty();
    }

    static Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, (int) (TODAY.toEpochDay() - APPROACHED.toEpochDay()))
                .map(APPROACHED::plusDays);
    }

    static Arbitrary<Owed> duties() {
        return Combinators.combine(Arbitraries.of(DutyKind.class), days()).as(Laws::owed);
    }
}

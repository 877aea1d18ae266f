package org.communitysolutions.volunteering.clearance.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RoleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Renewal THREE_YEARS =
            new Renewal(List.of(new Renewal.Period(36, LocalDate.of(2020, 1, 1), "Local policy")));

    /** What a level tells, one thing at a time. */
    private enum Told {
        UNSPENT,
        SPENT,
        LOCAL_POLICE,
        CHILD_LIST,
        ADULT_LIST
    }

    @Property
    void coversALevelExactlyIfItTellsAllThatThatOneTells(@ForAll CheckLevel level, @ForAll CheckLevel other) {
        assertThat(level.covers(other)).isEqualTo(told(level).containsAll(told(other)));
    }

    @Property
    void neverAsksForMoreThanTheRoleIsEligibleFor(
            @ForAll CheckLevel eligibleFor,
            @ForAll Workforce workforce,
            @ForAll CheckLevel level,
            @ForAll Optional<Workforce> asked) {
        Optional<Workforce> of = eligibleFor.namesWorkforce() ? Optional.of(workforce) : Optional.empty();
        if (!(Role.define(UUID.randomUUID(), "befriender", eligibleFor, CheckLevel.BASIC, of)
                instanceof Decision.Taken<Role> defined)) {
            return;
        }

        Decision<Asked> decision = ask(defined.state(), level, asked);

        if (decision instanceof Decision.Taken<Asked> taken) {
            Check check = taken.state().check();
            assertThat(told(eligibleFor)).containsAll(told(check.level()));
            assertThat(check.workforce().isPresent()).isEqualTo(check.level().namesWorkforce());
            check.workforce()
                    .ifPresent(named -> assertThat(workforce.covers(named)).isTrue());
        }
    }

    @Test
    void refusesABarredListThatTheRoleIsNotEligibleFor() {
        Role befriender = role(CheckLevel.ENHANCED, CheckLevel.ENHANCED, Workforce.ADULT);

        assertThat(refusal(ask(befriender, CheckLevel.ENHANCED_ADULT_BARRED_LIST, Optional.empty())))
                .contains(Refusal.MORE_THAN_ELIGIBLE);
        assertThat(refusal(ask(befriender, CheckLevel.ENHANCED, Optional.of(Workforce.CHILD))))
                .contains(Refusal.MORE_THAN_ELIGIBLE);
        assertThat(refusal(ask(befriender, CheckLevel.ENHANCED, Optional.empty())))
                .isEmpty();
        assertThat(refusal(ask(befriender, CheckLevel.BASIC, Optional.empty()))).isEmpty();
    }

    @Test
    void definesNoRoleThatRequiresMoreThanItIsEligibleForOrAListOfOthers() {
        assertThat(refusal(define(CheckLevel.BASIC, CheckLevel.STANDARD, Optional.empty())))
                .contains(Refusal.REQUIRES_MORE_THAN_ELIGIBLE);
        assertThat(refusal(define(CheckLevel.ENHANCED, CheckLevel.BASIC, Optional.empty())))
                .contains(Refusal.WORKFORCE_AND_LEVEL_DISAGREE);
        assertThat(refusal(define(CheckLevel.BASIC, CheckLevel.BASIC, Optional.of(Workforce.CHILD))))
                .contains(Refusal.WORKFORCE_AND_LEVEL_DISAGREE);
        assertThat(refusal(
                        define(CheckLevel.ENHANCED_CHILD_BARRED_LIST, CheckLevel.BASIC, Optional.of(Workforce.ADULT))))
                .contains(Refusal.WORKFORCE_AND_LEVEL_DISAGREE);
    }

    @Test
    void fitsARoleOfItsLevelAndWorkforceFromItsIssueUntilItsRenewal() {
        Role befriender = role(CheckLevel.ENHANCED, CheckLevel.ENHANCED, Workforce.ADULT);
        Role mentor = role(CheckLevel.ENHANCED, CheckLevel.ENHANCED, Workforce.CHILD);
        Cleared cleared = cleared(befriender, CheckLevel.ENHANCED);

        assertThat(cleared.fits(befriender, TODAY, THREE_YEARS)).isTrue();
        assertThat(cleared.fits(mentor, TODAY, THREE_YEARS)).isFalse();
        assertThat(cleared.fits(befriender, TODAY.minusDays(1), THREE_YEARS)).isFalse();
        assertThat(cleared.fits(befriender, TODAY.plusMonths(36).minusDays(1), THREE_YEARS))
                .isTrue();
        assertThat(cleared.fits(befriender, TODAY.plusMonths(36), THREE_YEARS)).isFalse();
        assertThat(cleared(befriender, CheckLevel.BASIC).fits(befriender, TODAY, THREE_YEARS))
                .isFalse();
    }

    @Property
    void clearsOnlyWithWhatCameBackBetweenTheAskingAndToday(@ForAll @IntRange(min = -30, max = 30) int issuedAfter) {
        Role role = role(CheckLevel.BASIC, CheckLevel.BASIC, null);
        Asked asked = taken(role.ask(
                UUID.randomUUID(), UUID.randomUUID(), CheckLevel.BASIC, Optional.empty(), TODAY.minusDays(10), TODAY));
        LocalDate issuedOn = TODAY.minusDays(10).plusDays(issuedAfter);

        boolean allowed = issuedAfter >= 0 && issuedAfter <= 10;

        assertThat(asked.clear(issuedOn, TODAY) instanceof Decision.Taken<Cleared>)
                .isEqualTo(allowed);
        assertThat(asked.reject(issuedOn, TODAY) instanceof Decision.Taken<NotCleared>)
                .isEqualTo(allowed);
    }

    private static Set<Told> told(CheckLevel level) {
        return switch (level) {
            case BASIC -> EnumSet.of(Told.UNSPENT);
            case STANDARD -> EnumSet.of(Told.UNSPENT, Told.SPENT);
            case ENHANCED -> EnumSet.of(Told.UNSPENT, Told.SPENT, Told.LOCAL_POLICE);
            case ENHANCED_CHILD_BARRED_LIST -> EnumSet.complementOf(EnumSet.of(Told.ADULT_LIST));
            case ENHANCED_ADULT_BARRED_LIST -> EnumSet.complementOf(EnumSet.of(Told.CHILD_LIST));
            case ENHANCED_BOTH_BARRED_LISTS -> EnumSet.allOf(Told.class);
        };
    }

    private static Decision<Role> define(CheckLevel eligibleFor, CheckLevel required, Optional<Workforce> workforce) {
        return Role.define(UUID.randomUUID(), "befriender", eligibleFor, required, workforce);
    }

    private static Role role(CheckLevel eligibleFor, CheckLevel required, Workforce workforce) {
        return taken(define(eligibleFor, required, Optional.ofNullable(workforce)));
    }

    private static Decision<Asked> ask(Role role, CheckLevel level, Optional<Workforce> workforce) {
        return role.ask(UUID.randomUUID(), UUID.randomUUID(), level, workforce, TODAY, TODAY);
    }

    private static Cleared cleared(Role role, CheckLevel level) {
        return taken(taken(ask(role, level, Optional.empty())).clear(TODAY, TODAY));
    }

    private static <S> S taken(Decision<S> decision) {
        return switch (decision) {
            case Decision.Taken<S> taken -> taken.state();
            case Decision.Refused<S> refused -> throw new AssertionError("It was refused: " + refused.refusal());
        };
    }

    private static Optional<Refusal> refusal(Decision<?> decision) {
        return decision instanceof Decision.Refused<?> refused ? Optional.of(refused.refusal()) : Optional.empty();
    }
}

package org.communitysolutions.volunteering.match.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.communitysolutions.volunteering.match.domain.Candidate.Clearance;
import org.junit.jupiter.api.Test;

class CandidateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final List<UUID> HOUSEHOLDS = List.of(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3));
    private static final UUID OWN = HOUSEHOLDS.getFirst();

    @Test
    void matchesAClearedVolunteerWithAHouseholdThatIsNotTheirs() {
        Decision<Active> decision = match(candidate(Clearance.FITTING, List.of()), HOUSEHOLDS.get(1), TODAY);

        assertThat(decision).isInstanceOfSatisfying(Decision.Taken.class, taken -> assertThat(taken.event())
                .isEqualTo(new MatchEvent.Made(taken.state().match())));
    }

    @Test
    void matchesNobodyWithTheirOwnHouseholdOrWithoutAFittingCheck() {
        assertThat(refusal(match(candidate(Clearance.FITTING, List.of()), OWN, TODAY)))
                .contains(Refusal.OWN_HOUSEHOLD);
        assertThat(refusal(match(candidate(Clearance.NONE, List.of()), HOUSEHOLDS.get(1), TODAY)))
                .contains(Refusal.NOT_CLEARED);
        assertThat(refusal(match(candidate(Clearance.NOT_FITTING, List.of()), HOUSEHOLDS.get(1), TODAY)))
                .contains(Refusal.NO_FITTING_CHECK);
        assertThat(refusal(match(candidate(Clearance.FITTING, List.of()), HOUSEHOLDS.get(1), TODAY.plusDays(1))))
                .contains(Refusal.IN_THE_FUTURE);
    }

    @Test
    void endsFromItsFirstDayToToday() {
        Active active = new Active(new Match(UUID.randomUUID(), UUID.randomUUID(), OWN, "befriender", TODAY));

        assertThat(refusal(active.end(EndReason.GOAL_REACHED, TODAY.minusDays(1), TODAY)))
                .contains(Refusal.BEFORE_START);
        assertThat(refusal(active.end(EndReason.GOAL_REACHED, TODAY.plusDays(1), TODAY)))
                .contains(Refusal.IN_THE_FUTURE);
        assertThat(active.end(EndReason.GOAL_REACHED, TODAY, TODAY))
                .isEqualTo(new Decision.Taken<>(
                        new Ended(active.match(), EndReason.GOAL_REACHED, TODAY),
                        new MatchEvent.Ended(active.match(), EndReason.GOAL_REACHED)));
    }

    /** Whatever is asked in whatever order, nobody helps their own household or one household twice in one role. */
    @Property
    void keepsMatchesApartWhateverIsAsked(@ForAll("requests") List<Request> requests) {
        List<Active> active = new ArrayList<>();
        for (Request request : requests) {
            if (request.end()) {
                active.removeIf(match -> match.match().householdId().equals(request.household())
                        && match.end(EndReason.OTHER, TODAY, TODAY) instanceof Decision.Taken<Ended>);
            } else if (candidate(request.clearance(), active)
                            .match(UUID.randomUUID(), request.household(), request.role(), TODAY, TODAY)
                    instanceof Decision.Taken<Active> taken) {
                assertThat(request.clearance()).isEqualTo(Clearance.FITTING);
                active.add(taken.state());
            }
        }

        Set<String> seen = new HashSet<>();
        assertThat(active).allSatisfy(match -> {
            assertThat(match.match().householdId()).isNotEqualTo(OWN);
            assertThat(seen.add(match.match().householdId() + match.match().role()))
                    .isTrue();
        });
    }

    record Request(boolean end, UUID household, String role, Clearance clearance) {}

    @Provide
    Arbitrary<List<Request>> requests() {
        return Combinators.combine(
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(HOUSEHOLDS),
                        Arbitraries.of("befriender", "driver"),
                        Arbitraries.of(Clearance.class))
                .as(Request::new)
                .list()
                .ofMaxSize(30);
    }

    private static Candidate candidate(Clearance clearance, List<Active> matches) {
        return new Candidate(UUID.randomUUID(), Optional.of(OWN), clearance, matches);
    }

    private static Decision<Active> match(Candidate candidate, UUID household, LocalDate since) {
        return candidate.match(UUID.randomUUID(), household, "befriender", since, TODAY);
    }

    private static Optional<Refusal> refusal(Decision<?> decision) {
        return decision instanceof Decision.Refused<?> refused ? Optional.of(refused.refusal()) : Optional.empty();
    }
}

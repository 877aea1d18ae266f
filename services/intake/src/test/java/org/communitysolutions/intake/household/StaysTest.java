package org.communitysolutions.intake.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StaysTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @Test
    void aDayWithinAStayMeansThatHousehold() {
        Household here = household("1", DAY, null);

        Stays.Outcome outcome = register(List.of(here), registration("1", DAY.plusYears(1)));

        assertThat(outcome.answers()).containsExactly(new Registered(here, false));
        assertThat(outcome.added()).isEmpty();
        assertThat(outcome.changed()).isEmpty();
    }

    @Test
    void aDayAfterTheLastHouseholdLeftMeansANewOne() {
        Household gone = household("1", DAY, DAY.plusDays(10));

        Stays.Outcome outcome = register(List.of(gone), registration("1", DAY.plusDays(11)));

        assertThat(outcome.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.isNew()).isTrue();
            assertThat(answer.household().occupiedFrom()).isEqualTo(DAY.plusDays(11));
        });
        assertThat(outcome.added()).hasSize(1);
    }

    @Test
    void aDayBeforeTheFirstKnownDayMeansThatTheHouseholdWasThereEarlier() {
        Household here = household("1", DAY, null);

        Stays.Outcome outcome = register(List.of(here), registration("1", DAY.minusDays(5)));

        assertThat(outcome.answers().getFirst().household().id()).isEqualTo(here.id());
        assertThat(outcome.changed()).singleElement().satisfies(change -> {
            assertThat(change.after().occupiedFrom()).isEqualTo(DAY.minusDays(5));
            assertThat(change.after().version()).isEqualTo(1);
            assertThat(change.toldMore()).isFalse();
        });
    }

    @Test
    void detailsThatNobodyHasSaidAreFilledInAndOthersStand() {
        Household here = household("1", DAY, null).with(details("NB-01", null));

        Stays.Outcome outcome =
                register(List.of(here), new Registration("1", DAY, details("NB-02", Tenure.PRIVATE_RENT)));

        assertThat(outcome.changed()).singleElement().satisfies(change -> {
            assertThat(change.toldMore()).isTrue();
            assertThat(change.after().details()).isEqualTo(details("NB-01", Tenure.PRIVATE_RENT));
        });
    }

    @Test
    void aHomeNamedTwiceIsRegisteredOnce() {
        Stays.Outcome outcome = register(List.of(), registration("1", DAY), registration("1", DAY.minusDays(1)));

        assertThat(outcome.added()).singleElement().satisfies(added -> assertThat(added.occupiedFrom())
                .isEqualTo(DAY.minusDays(1)));
        assertThat(outcome.answers()).extracting(Registered::isNew).containsExactly(true, false);
    }

    @Property
    void noTwoStaysAtAHomeShareADayAndEveryAnswerLivesThere(
            @ForAll("known") List<Household> known, @ForAll("registrations") List<Registration> registrations) {
        Stays.Outcome outcome = new Stays(known, UUID::randomUUID).register(registrations);

        Map<UUID, Household> after = after(known, outcome);
        for (int i = 0; i < registrations.size(); i++) {
            Household meant = outcome.answers().get(i).household();
            assertThat(meant).isEqualTo(after.get(meant.id()));
            assertThat(meant.uprn()).isEqualTo(registrations.get(i).uprn());
            assertThat(meant.livesThereOn(registrations.get(i).on())).isTrue();
        }
        List<Household> stays = new ArrayList<>(after.values());
        for (Household one : stays) {
            for (Household other : stays) {
                assertThat(!one.id().equals(other.id()) && one.uprn().equals(other.uprn()) && overlap(one, other))
                        .isFalse();
            }
        }
    }

    @Property
    void theSameRegistrationsAgainChangeNothing(
            @ForAll("known") List<Household> known, @ForAll("registrations") List<Registration> registrations) {
        Stays.Outcome first = new Stays(known, UUID::randomUUID).register(registrations);

        Stays.Outcome second = new Stays(after(known, first).values(), UUID::randomUUID).register(registrations);

        assertThat(second.added()).isEmpty();
        assertThat(second.changed()).isEmpty();
        assertThat(second.answers())
                .extracting(Registered::household)
                .isEqualTo(first.answers().stream().map(Registered::household).toList());
    }

    /** Up to two stays at each of two homes, one after the other. */
    @Provide
    Arbitrary<List<Household>> known() {
        Arbitrary<List<Household>> home1 = stays("1");
        Arbitrary<List<Household>> home2 = stays("2");
        return Combinators.combine(home1, home2).as((a, b) -> {
            List<Household> both = new ArrayList<>(a);
            both.addAll(b);
            return both;
        });
    }

    @Provide
    Arbitrary<List<Registration>> registrations() {
        return Combinators.combine(
                        Arbitraries.of("1", "2", "3"), Arbitraries.integers().between(-30, 60))
                .as((uprn, day) -> registration(uprn, DAY.plusDays(day)))
                .list()
                .ofMaxSize(8);
    }

    private static Arbitrary<List<Household>> stays(String uprn) {
        Arbitrary<Integer> length = Arbitraries.integers().between(0, 10);
        return Combinators.combine(Arbitraries.integers().between(0, 2), length, length, Arbitraries.of(true, false))
                .as((count, first, gap, open) -> {
                    List<Household> stays = new ArrayList<>();
                    LocalDate from = DAY;
                    for (int i = 0; i < count; i++) {
                        boolean last = i == count - 1;
                        stays.add(household(uprn, from, last && open ? null : from.plusDays(first)));
                        from = from.plusDays(first + 1L + gap);
                    }
                    return stays;
                });
    }

    private static Map<UUID, Household> after(List<Household> known, Stays.Outcome outcome) {
        Map<UUID, Household> after = new LinkedHashMap<>();
        known.forEach(household -> after.put(household.id(), household));
        outcome.added().forEach(household -> after.put(household.id(), household));
        outcome.changed().forEach(change -> after.put(change.after().id(), change.after()));
        return after;
    }

    private static boolean overlap(Household one, Household other) {
        return one.livesThereOn(other.occupiedFrom()) || other.livesThereOn(one.occupiedFrom());
    }

    private static Stays.Outcome register(List<Household> known, Registration... registrations) {
        return new Stays(known, UUID::randomUUID).register(List.of(registrations));
    }

    private static Registration registration(String uprn, LocalDate on) {
        return new Registration(uprn, on, HouseholdDetails.UNKNOWN);
    }

    private static Household household(String uprn, LocalDate from, LocalDate until) {
        return new Household(
                UUID.randomUUID(),
                uprn,
                from,
                Optional.ofNullable(until),
                HouseholdDetails.UNKNOWN,
                Optional.empty(),
                0);
    }

    private static HouseholdDetails details(String ward, Tenure tenure) {
        return new HouseholdDetails(
                Optional.ofNullable(ward), Optional.ofNullable(tenure), Optional.empty(), Optional.empty());
    }
}

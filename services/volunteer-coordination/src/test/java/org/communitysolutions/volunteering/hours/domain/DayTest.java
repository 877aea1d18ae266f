package org.communitysolutions.volunteering.hours.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DayTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Property
    void neverHoldsMoreMinutesThanADayHas(@ForAll List<@IntRange(min = 1, max = 1440) Integer> given) {
        long minutes = 0;
        for (int more : given) {
            if (new Day(TODAY, minutes).log(hours(TODAY, more), TODAY) instanceof Decision.Taken<Logged> taken) {
                minutes += taken.state().hours().minutes();
            } else {
                assertThat(minutes + more).isGreaterThan(1440);
            }
        }

        assertThat(minutes).isLessThanOrEqualTo(1440);
    }

    @Test
    void isOfTodayOrEarlier() {
        LocalDate tomorrow = TODAY.plusDays(1);

        assertThat(new Day(tomorrow, 0).log(hours(tomorrow, 60), TODAY))
                .isEqualTo(Decision.refused(Refusal.IN_THE_FUTURE));
    }

    @Test
    void takesFromOneMinuteToAllOfThem() {
        assertThatThrownBy(() -> hours(TODAY, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hours(TODAY, 1441)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Day(TODAY, 0).log(hours(TODAY, 1440), TODAY)).isInstanceOf(Decision.Taken.class);
    }

    @Test
    void isApprovedBySomebodyElseThanWhoLoggedIt() {
        Logged logged = new Logged(hours(TODAY, 90));

        assertThat(logged.approve("a coordinator", TODAY)).isEqualTo(Decision.refused(Refusal.OWN_HOURS));
        assertThat(logged.approve("a manager", TODAY))
                .isEqualTo(Decision.taken(new Approved(logged.hours(), "a manager", TODAY)));
    }

    private static Hours hours(LocalDate on, int minutes) {
        return new Hours(
                UUID.randomUUID(), UUID.randomUUID(), Optional.empty(), "befriending", on, minutes, "a coordinator");
    }
}

package org.communitysolutions.shared.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogAgesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final LogAges ages = new LogAges();

    @Test
    void whatIsConfirmedToTheEndHasNoAge() {
        ages.ended(100, NOON);

        assertThat(ages.since(100, NOON.plusSeconds(60))).isZero();
    }

    @Test
    void theAgeIsThatOfTheFirstEndBeyondWhatIsConfirmed() {
        ages.ended(100, NOON);
        ages.ended(200, NOON.plusSeconds(10));
        ages.ended(300, NOON.plusSeconds(20));

        assertThat(ages.since(150, NOON.plusSeconds(30))).isEqualTo(Duration.ofSeconds(20));
        assertThat(ages.since(200, NOON.plusSeconds(30))).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whatStandsStillForDaysKeepsItsAgeAlthoughNotEveryLookIsRemembered() {
        for (int look = 0; look < 10_000; look++) {
            ages.ended(100 + look, NOON.plusSeconds(10L * look));
        }

        assertThat(ages.since(0, NOON.plusSeconds(100_000))).isEqualTo(Duration.ofSeconds(100_000));
    }
}

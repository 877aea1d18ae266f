package org.communitysolutions.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BarTest {

    @Test
    void aBarSaysHowManyOfHowManyHowFastAndHowLongTheRestTakes() {
        assertThat(new Bar("Households", 1_200, 2_000, Duration.ofSeconds(2)))
                .hasToString("Households               [##############..........] 1,200 of 2,000  600/s  1 s left");
    }

    @Test
    void aCompleteBarSaysHowLongItTook() {
        assertThat(new Bar("Households", 2_000, 2_000, Duration.ofMillis(2_500)))
                .hasToString("Households               [########################] 2,000 of 2,000  800/s  took 2.5 s");
    }

    @Test
    void aBarOfNothingIsComplete() {
        Bar bar = new Bar("Tasks raised", 0, 0, Duration.ZERO);

        assertThat(bar.isComplete()).isTrue();
        assertThat(bar.percent()).isEqualTo(100);
    }
}

package org.communitysolutions.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutboxLossTest {

    private static final Optional<ConnectRest.Status> RUNNING =
            Optional.of(new ConnectRest.Status("RUNNING", List.of("RUNNING"), ""));
    private static final Optional<ConnectRest.Status> FAILED =
            Optional.of(new ConnectRest.Status("RUNNING", List.of("FAILED"), "why"));
    private static final Optional<OutboxSlot.State> SLOT = Optional.of(new OutboxSlot.State(true));
    private static final Optional<OutboxSlot.State> GIVEN_UP = Optional.of(new OutboxSlot.State(false));

    @Test
    void theOutboxIsToldAgainUnlessBothTheSlotAndThePlaceInItAreKnown() {
        assertThat(OutboxLoss.of(RUNNING, true, SLOT).isToldAgain()).isFalse();
        assertThat(OutboxLoss.of(FAILED, true, SLOT).isToldAgain()).isFalse();
        assertThat(OutboxLoss.of(Optional.empty(), true, SLOT).isToldAgain()).isFalse();

        assertThat(OutboxLoss.of(RUNNING, true, Optional.empty()).isToldAgain()).isTrue();
        assertThat(OutboxLoss.of(RUNNING, true, GIVEN_UP).isToldAgain()).isTrue();
        assertThat(OutboxLoss.of(RUNNING, false, SLOT).isToldAgain()).isTrue();
    }

    @Test
    void aConnectorThatRunsIsLeftAlone() {
        assertThat(OutboxLoss.of(RUNNING, true, SLOT)).isEqualTo(OutboxLoss.NOTHING);
        assertThat(OutboxLoss.of(FAILED, true, SLOT)).isEqualTo(OutboxLoss.STANDING);
        assertThat(OutboxLoss.of(Optional.empty(), true, SLOT)).isEqualTo(OutboxLoss.CONNECTOR);
    }
}

package org.communitysolutions.risk.editions.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.communitysolutions.risk.editions.domain.EditionDecision.Changed;
import org.communitysolutions.risk.editions.domain.EditionDecision.Refusal;
import org.communitysolutions.risk.editions.domain.EditionDecision.Refused;
import org.communitysolutions.risk.editions.domain.EditionDecision.Unchanged;
import org.junit.jupiter.api.Test;

class EditionDecisionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Heading HEADING = new Heading("2027.1", "2027.1", "analyst", NOW.minusSeconds(60));
    private static final Loaded LOADED = new Loaded(HEADING);
    private static final Approved APPROVED = new Approved(HEADING, new Approval("manager", NOW));
    private static final Live LIVE = new Live(HEADING, APPROVED.approval(), NOW);
    private static final Replaced REPLACED = new Replaced(HEADING, APPROVED.approval(), NOW.minusSeconds(9), NOW);

    @Test
    void isApprovedByASecondPerson() {
        assertThat(EditionDecision.approve(LOADED, "manager", NOW)).isEqualTo(new Changed(APPROVED));
        assertThat(EditionDecision.approve(LOADED, "analyst", NOW)).isEqualTo(new Refused(Refusal.LOADED_BY_CALLER));
    }

    @Test
    void isApprovedOnce() {
        assertThat(EditionDecision.approve(APPROVED, "governance", NOW)).isEqualTo(new Unchanged(APPROVED));
        assertThat(EditionDecision.approve(LIVE, "governance", NOW)).isEqualTo(new Unchanged(LIVE));
        assertThat(EditionDecision.approve(REPLACED, "governance", NOW)).isEqualTo(new Unchanged(REPLACED));
    }

    @Test
    void goesLiveOnceItIsApprovedAndAgainAfterItWasReplaced() {
        assertThat(EditionDecision.goLive(LOADED, "manager", NOW)).isEqualTo(new Refused(Refusal.NOT_APPROVED));
        assertThat(EditionDecision.goLive(APPROVED, "manager", NOW)).isEqualTo(new Changed(LIVE));
        assertThat(EditionDecision.goLive(LIVE, "manager", NOW.plusSeconds(1))).isEqualTo(new Unchanged(LIVE));
        assertThat(EditionDecision.goLive(REPLACED, "manager", NOW)).isEqualTo(new Changed(LIVE));
    }

    @Test
    void isNeverSwitchedToByWhoLoadedIt() {
        for (Edition edition : new Edition[] {LOADED, APPROVED, LIVE, REPLACED}) {
            assertThat(EditionDecision.goLive(edition, "analyst", NOW))
                    .isEqualTo(new Refused(Refusal.LOADED_BY_CALLER));
        }
    }

    @Test
    void isInShadowOneAtATimeAndNeverWhileLive() {
        assertThat(EditionDecision.shadow(LOADED, Optional.empty())).isEqualTo(new Changed(LOADED));
        assertThat(EditionDecision.shadow(LOADED, Optional.of("2027.1"))).isEqualTo(new Unchanged(LOADED));
        assertThat(EditionDecision.shadow(LOADED, Optional.of("2027.2")))
                .isEqualTo(new Refused(Refusal.OTHER_IN_SHADOW));
        assertThat(EditionDecision.shadow(LIVE, Optional.empty())).isEqualTo(new Refused(Refusal.LIVE));
    }
}

package org.communitysolutions.risk.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.communitysolutions.risk.rules.KnownEvent;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.loading.Files;
import org.communitysolutions.shared.messaging.MalformedEvent;
import org.junit.jupiter.api.Test;

class HouseholdLinksTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    @Test
    void aChainLeadsToItsEnd() {
        HouseholdLinks links = HouseholdLinks.of(List.of(merged(1, A, B), merged(2, B, C)));

        assertThat(links.surviving(A)).isEqualTo(C);
        assertThat(links.mergedInto(C)).isEqualTo(Set.of(A, B));
        assertThat(links.together(B)).isEqualTo(Set.of(A, B, C));
        assertThat(links.mergedInto(B)).isEqualTo(Set.of(A));
        assertThat(links.decidedAt(A, B)).isEqualTo(at(1));
        assertThat(links.decidedAt(A, C)).isEqualTo(at(2));
    }

    @Test
    void aReversalInTheMiddleOfAChainLeavesItsBeginning() {
        HouseholdLinks links = HouseholdLinks.of(List.of(merged(1, A, B), merged(2, B, C), unmerged(3, B, C)));

        assertThat(links.surviving(A)).isEqualTo(B);
        assertThat(links.concern(C)).isFalse();
    }

    @Test
    void aReversalOfAnotherMergeThanTheLastChangesNothing() {
        HouseholdLinks links =
                HouseholdLinks.of(List.of(merged(1, A, B), unmerged(2, A, B), merged(3, A, C), unmerged(4, A, B)));

        assertThat(links.surviving(A)).isEqualTo(C);
    }

    @Test
    void whileAReversalIsOnItsWayTheYoungerPointerOfACircleCounts() {
        HouseholdLinks between = HouseholdLinks.of(List.of(merged(1, A, B), merged(3, B, A)));

        assertThat(between.surviving(B)).isEqualTo(A);
        assertThat(between.surviving(A)).isEqualTo(A);
        assertThat(between.with(List.of(unmerged(2, A, B))).surviving(B)).isEqualTo(A);
    }

    @Test
    void tellsWhichHouseholdsCountElsewhereThanBefore() {
        HouseholdLinks before = HouseholdLinks.of(List.of(merged(1, A, B)));

        assertThat(before.with(List.of(merged(2, B, C))).movedSince(before)).isEqualTo(Set.of(A, B, C));
        assertThat(before.movedSince(before)).isEmpty();
    }

    @Property(tries = 500)
    void theOrderOfArrivalMakesNoDifference(@ForAll Random random) {
        List<HouseholdLink> told = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            UUID one = new UUID(0, random.nextInt(5));
            UUID other = new UUID(0, 5 + random.nextInt(5));
            boolean swap = random.nextBoolean();
            told.add(new HouseholdLink(
                    new UUID(1, i),
                    swap ? other : one,
                    swap ? one : other,
                    random.nextInt(3) > 0,
                    at(random.nextInt(9))));
        }
        HouseholdLinks whole = HouseholdLinks.of(told);
        Collections.shuffle(told, random);

        HouseholdLinks links = HouseholdLinks.NONE;
        for (HouseholdLink link : told) {
            links = links.with(List.of(link)).with(List.of(link));
        }

        for (int i = 0; i < 10; i++) {
            UUID household = new UUID(0, i);
            assertThat(links.surviving(household)).isEqualTo(whole.surviving(household));
            assertThat(links.mergedBy(links.surviving(household))).isEmpty();
        }
    }

    @Test
    void refusesAnEventThatNamesAHouseholdByNoId() {
        KnownEvent kind =
                Files.vocabulary().event("intake.households-merged.v1").orElseThrow();

        assertThatThrownBy(() -> HouseholdLink.of(
                        new PastEvent(A, kind, at(1), false, new Object[] {"b", List.of(A.toString())})))
                .isInstanceOf(MalformedEvent.class);
        assertThatThrownBy(() -> HouseholdLink.of(
                        new PastEvent(A, kind, at(1), false, new Object[] {A.toString(), List.of(A.toString())})))
                .isInstanceOf(MalformedEvent.class);
    }

    private static HouseholdLink merged(int at, UUID household, UUID into) {
        return new HouseholdLink(new UUID(1, at), household, into, true, at(at));
    }

    private static HouseholdLink unmerged(int at, UUID household, UUID into) {
        return new HouseholdLink(new UUID(1, at), household, into, false, at(at));
    }

    private static Instant at(int second) {
        return Instant.EPOCH.plusSeconds(second);
    }
}

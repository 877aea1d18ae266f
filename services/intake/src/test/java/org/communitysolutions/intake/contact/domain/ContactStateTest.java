package org.communitysolutions.intake.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ContactStateTest {

    @Property
    void isSettledExactlyWhenNothingIsLeftToDo(@ForAll Tier tier, @ForAll Route route, @ForAll Set<String> needs) {
        Triage decision = new Triage(tier, route, needs, Instant.EPOCH, "an officer");

        ContactState.Triaged triaged = new ContactState.Received().triage(decision);

        assertThat(triaged.triage()).isEqualTo(decision);
        assertThat(triaged instanceof ContactState.Settled).isEqualTo(route == Route.RESOLVED);
    }
}

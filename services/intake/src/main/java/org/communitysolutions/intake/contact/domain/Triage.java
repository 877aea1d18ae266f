package org.communitysolutions.intake.contact.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a triage officer decided.
 *
 * @param needs the codes of the needs found, none of them twice
 * @param by the officer, as their token names them
 */
public record Triage(Tier tier, Route route, Set<String> needs, Instant at, String by) {

    public Triage {
        needs = Collections.unmodifiableSet(new TreeSet<>(needs));
    }
}

package org.communitysolutions.risk.editions.domain;

import java.time.Instant;
import java.util.Optional;

/** What a request about an edition comes to. */
public sealed interface EditionDecision {

    record Changed(Edition edition) implements EditionDecision {}

    /** It was so already. */
    record Unchanged(Edition edition) implements EditionDecision {}

    /** Its state, or who asks, does not allow it. */
    record Refused(Refusal why) implements EditionDecision {}

    /** Why not. */
    enum Refusal {
        /** Whoever loads an edition neither approves it nor switches to it. */
        LOADED_BY_CALLER,
        NOT_APPROVED,
        /** The live edition casts no shadow on itself. */
        LIVE,
        OTHER_IN_SHADOW
    }

    /** Says that it may be switched to. */
    static EditionDecision approve(Edition edition, String by, Instant at) {
        return switch (edition) {
            case Loaded loaded when by.equals(loaded.heading().loadedBy()) -> new Refused(Refusal.LOADED_BY_CALLER);
            case Loaded loaded -> new Changed(loaded.approve(by, at));
            case Approved approved -> new Unchanged(approved);
            case Live live -> new Unchanged(live);
            case Replaced replaced -> new Unchanged(replaced);
        };
    }

    /** Makes it the live one, or makes it so again. */
    static EditionDecision goLive(Edition edition, String by, Instant at) {
        if (by.equals(edition.heading().loadedBy())) {
            return new Refused(Refusal.LOADED_BY_CALLER);
        }
        return switch (edition) {
            case Loaded loaded -> new Refused(Refusal.NOT_APPROVED);
            case Approved approved -> new Changed(approved.goLive(at));
            case Live live -> new Unchanged(live);
            case Replaced replaced -> new Changed(replaced.goLive(at));
        };
    }

    /**
     * Lets it be evaluated in the shadow of the live one.
     *
     * @param inShadow the edition that is in shadow, if one is
     */
    static EditionDecision shadow(Edition edition, Optional<String> inShadow) {
        if (edition instanceof Live) {
            return new Refused(Refusal.LIVE);
        }
        if (inShadow.isEmpty()) {
            return new Changed(edition);
        }
        return inShadow.get().equals(edition.heading().version())
                ? new Unchanged(edition)
                : new Refused(Refusal.OTHER_IN_SHADOW);
    }
}

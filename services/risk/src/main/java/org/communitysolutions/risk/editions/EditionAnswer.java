package org.communitysolutions.risk.editions;

import org.communitysolutions.risk.editions.domain.EditionDecision;

/** What a request about an edition came to. */
public sealed interface EditionAnswer {

    /** The edition as it now is. */
    record Stands(KeptEdition kept) implements EditionAnswer {}

    record Absent() implements EditionAnswer {}

    record Refused(EditionDecision.Refusal why) implements EditionAnswer {}
}

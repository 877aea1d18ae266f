package org.communitysolutions.risk.oneview;

import java.util.UUID;

/** What there is to be seen of a household from somewhere. */
public sealed interface Sight permits OneView, Sight.Elsewhere, Sight.Nothing {

    /** It is part of that one, and is seen there. */
    record Elsewhere(UUID household) implements Sight {}

    /** The caller may see no event of such a household. */
    record Nothing() implements Sight {}
}

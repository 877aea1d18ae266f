package org.communitysolutions.risk.challenges.domain;

/**
 * A household's challenge to what was worked out of it: UK GDPR articles 16 (rectification), 18(1)(a) and (d) (restriction
 * while it is looked into) and 21(1) (objection). Articles 22A to 22D, which the Data (Use and Access) Act 2025 put in the
 * place of article 22 from 5 February 2026, are about decisions without meaningful human involvement; here a score only
 * proposes. Its state is its type, and a type has only the moves that are legal in it.
 */
public sealed interface Challenge {

    Particulars particulars();

    /** Nobody has decided it: what it is of is paused. */
    record Open(Particulars particulars) implements Challenge {

        Challenge uphold(Ruling ruling) {
            return new Upheld(particulars, ruling);
        }

        Challenge dismiss(Ruling ruling) {
            return new Dismissed(particulars, ruling);
        }

        Challenge takeBack(Ruling ruling) {
            return new Withdrawn(particulars, ruling);
        }
    }

    /** The household was right. */
    record Upheld(Particulars particulars, Ruling ruling) implements Challenge {}

    /** What it is of is as it was. */
    record Dismissed(Particulars particulars, Ruling ruling) implements Challenge {}

    /** The household took it back. */
    record Withdrawn(Particulars particulars, Ruling ruling) implements Challenge {}
}

package org.communitysolutions.risk.disclosure;

import org.communitysolutions.shared.transactions.Caller;

/** Those who may see lists of households: counts are exact for them and {@link SmallNumbers} for all others. */
public final class ListReaders {

    private static final String ROLE = "team-manager";

    private ListReaders() {}

    public static boolean include(Caller caller) {
        return caller.has(ROLE);
    }
}

package org.communitysolutions.risk.journal;

import java.util.List;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.loading.Files;

/** Packs histories for tests and measurements of other features. */
public final class Packing {

    private static final PackedHistory PACKED = new PackedHistory(Files.vocabulary());

    private Packing() {}

    public static byte[] pack(List<PastEvent> events) {
        return PACKED.open(PackedHistory.EMPTY, false).add(events).bytes();
    }

    public static List<PastEvent> unpack(byte[] history) {
        return PACKED.open(history, false).events();
    }
}

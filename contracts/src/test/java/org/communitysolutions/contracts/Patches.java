package org.communitysolutions.contracts;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Plants faults into documents. */
final class Patches {

    private Patches() {}

    /** Sets each field of {@code patch}, JSON with single quotes, in {@code target}; a null takes the field away. */
    static void apply(ObjectNode target, String patch) {
        Documents.json(patch.replace('\'', '"')).properties().forEach(field -> {
            if (field.getValue().isNull()) {
                target.remove(field.getKey());
            } else {
                target.set(field.getKey(), field.getValue());
            }
        });
    }
}

package org.communitysolutions.risk.rules.loading;

import java.util.List;
import java.util.Optional;
import org.communitysolutions.risk.rules.EventField;
import org.communitysolutions.risk.rules.EventPattern;
import org.communitysolutions.risk.rules.FieldType;

/** Reads the fields that tell one thing from another of its kind: one field, or a list of them. */
final class Keys {

    private Keys() {}

    static List<EventField> read(Entry mapping, EventPattern events, Patterns patterns) {
        Optional<Entry> each = mapping.find("each");
        if (each.isEmpty()) {
            return List.of();
        }
        return each.get().isList()
                ? patterns.fields(each.get(), events, FieldType.TEXT, FieldType.NUMBER)
                : List.of(patterns.field(each.get(), events, FieldType.TEXT, FieldType.NUMBER));
    }
}

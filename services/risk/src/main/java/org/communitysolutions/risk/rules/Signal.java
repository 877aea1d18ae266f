package org.communitysolutions.risk.rules;

import java.util.List;
import java.util.Optional;

/**
 * An event that begins, changes or ends a factor.
 *
 * @param on which events
 * @param each the fields that tell one strand of the factor from another: an account, a need, a person. Without them a
 *     beginning belongs to the household as a whole, and an ending ends every strand.
 * @param level the field that holds how much: pence of arrears
 * @param previous the field that holds how much it was before, where the event says
 * @param trend the trend that the event itself tells of; without it levels are compared
 */
public record Signal(
        EventPattern on,
        List<EventField> each,
        Optional<EventField> level,
        Optional<EventField> previous,
        Optional<Trend> trend) {

    /** Which strand, or piece of work, the event is about. */
    static String strand(List<EventField> each, PastEvent event) {
        return switch (each.size()) {
            case 0 -> "";
            case 1 -> each.getFirst().text(event);
            default -> joined(each, event);
        };
    }

    private static String joined(List<EventField> each, PastEvent event) {
        StringBuilder name = new StringBuilder(each.getFirst().text(event));
        for (int i = 1; i < each.size(); i++) {
            name.append('/').append(each.get(i).text(event));
        }
        return name.toString();
    }
}

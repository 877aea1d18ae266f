package org.communitysolutions.risk.rules;

import java.util.Optional;

/**
 * An event that begins, changes or ends a factor.
 *
 * @param on which events
 * @param each the field that tells one strand of the factor from another: an account, a need, a person. Without it a
 *     beginning belongs to the household as a whole, and an ending ends every strand.
 * @param level the field that holds how much: pence of arrears
 * @param previous the field that holds how much it was before, where the event says
 * @param trend the trend that the event itself tells of; without it levels are compared
 */
public record Signal(
        EventPattern on,
        Optional<String> each,
        Optional<String> level,
        Optional<String> previous,
        Optional<Trend> trend) {

    String strand(PastEvent event) {
        return each.flatMap(event::text).orElse("");
    }
}

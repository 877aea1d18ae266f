package org.communitysolutions.risk.rules;

import java.util.List;

/**
 * Work of some service with a household that is open for a time: a case, a task, a duty.
 *
 * @param code {@code debt-case}
 * @param opens what opens a piece of it, or tells more of an open one
 * @param closes what closes it
 */
public record WorkKind(String code, List<Step> opens, List<Step> closes) {

    /**
     * An event that opens or closes work.
     *
     * @param each the fields that tell one piece of work from another
     */
    public record Step(EventPattern on, List<EventField> each) {}
}

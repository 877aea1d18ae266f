package org.communitysolutions.risk.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Some service has work of that kind open with the household.
 *
 * @param where for each step that opens such work what its last event must be, or null where the step's events say
 *     nothing of what is asked; what was told last decides
 * @param says with {@code {since}}
 */
public record WorkIsOpen(WorkKind kind, List<EventPattern> where, Sentence says) implements Condition {

    public WorkIsOpen {
        where = Collections.unmodifiableList(new ArrayList<>(where));
    }

    @Override
    public boolean holds(Moment moment) {
        return moment.work(kind).open(where) != null;
    }

    @Override
    public Evidence evidence(Moment moment) {
        PastEvent opened = moment.work(kind).open(where);
        return new Evidence(
                moment.reasons(List.of(opened)), says.fill(since -> Wording.day(opened.day(moment.zone()))));
    }
}

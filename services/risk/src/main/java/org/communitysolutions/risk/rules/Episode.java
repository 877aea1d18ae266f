package org.communitysolutions.risk.rules;

import java.util.List;

/** For how long a rule that has raised a task for a household leaves it at that. */
public sealed interface Episode {

    /** While the task is open, and for so many days after it was raised or, if that is later, completed. */
    record Days(int days) implements Episode {}

    /** For as long as it is the same matter: one task for each combination of these fields of the event. */
    record Each(List<EventField> fields) implements Episode {}
}

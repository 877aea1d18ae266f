package org.communitysolutions.risk.tasks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.RaisedTask;

/**
 * What a household's history, evaluated anew, asks for.
 *
 * @param tasks all that rules came to ask for, withdrawn ones too
 * @param ends what people made of tasks
 * @param asOf when the last event of the history happened
 */
public record AskedFor(UUID household, List<RaisedTask> tasks, TaskEnds ends, Instant asOf) {

    public static AskedFor of(UUID household, List<RaisedTask> tasks, List<PastEvent> history, Instant asOf) {
        return new AskedFor(household, tasks, TaskEnds.of(history), asOf);
    }
}

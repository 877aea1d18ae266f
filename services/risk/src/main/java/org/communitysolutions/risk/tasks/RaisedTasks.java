package org.communitysolutions.risk.tasks;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.risk.tasks.persistence.TaskRows;
import org.hibernate.reactive.mutiny.Mutiny;

/** The tasks that were asked for, as far as the caller may know of them. */
@ApplicationScoped
public class RaisedTasks {

    private final TaskRows rows;

    RaisedTasks(TaskRows rows) {
        this.rows = rows;
    }

    /** All tasks of these households, withdrawn ones too, oldest first. */
    public Uni<List<StoredTask>> of(Mutiny.Session session, Collection<UUID> households) {
        return rows.of(session, households);
    }
}

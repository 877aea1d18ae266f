package org.communitysolutions.volunteering.volunteer;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The households that volunteers are matched with; who makes matches tells. */
public interface HouseholdsHelped {

    /** Whether the volunteer is matched with that household now. */
    Uni<Boolean> includes(Mutiny.Session session, UUID volunteer, UUID household);
}

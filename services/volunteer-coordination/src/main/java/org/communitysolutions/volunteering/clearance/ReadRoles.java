package org.communitysolutions.volunteering.clearance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.volunteering.clearance.domain.Role;

/** Shows the roles. They are about no person, so that nobody keeps who read them. */
@ApplicationScoped
public class ReadRoles {

    private final Transactions transactions;
    private final Roles roles;

    ReadRoles(Transactions transactions, Roles roles) {
        this.transactions = transactions;
        this.roles = roles;
    }

    public Uni<List<Role>> handle(Caller caller, Optional<UUID> after, int most) {
        return transactions.run(caller, session -> roles.list(session, after, most));
    }
}

package org.communitysolutions.volunteering.clearance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.communitysolutions.volunteering.clearance.domain.CheckLevel;
import org.communitysolutions.volunteering.clearance.domain.Refusal;
import org.communitysolutions.volunteering.clearance.domain.Role;
import org.communitysolutions.volunteering.clearance.domain.Workforce;

/** Says what volunteers can do, and which check may be asked of them for it. */
@ApplicationScoped
public class DefineRole {

    private final Transactions transactions;
    private final Roles roles;
    private final Clock clock;

    DefineRole(Transactions transactions, Roles roles, Clock clock) {
        this.transactions = transactions;
        this.roles = roles;
        this.clock = clock;
    }

    /** The role, as {@link Role} says. */
    public record Definition(String code, CheckLevel eligibleFor, CheckLevel required, Optional<Workforce> workforce) {}

    /**
     * Defines the role.
     *
     * @throws ClearanceRefused (through the Uni) if there is one of that code, or it asks for what it may not ask for
     */
    public Uni<Role> handle(Caller caller, Definition definition) {
        return transactions.once(caller, definition, Role.class, session -> roles.holdCode(session, definition.code())
                .map(known -> {
                    if (known.isPresent()) {
                        throw new ClearanceRefused(Refusal.ROLE_ALREADY_DEFINED);
                    }
                    return ClearanceRefused.unlessTaken(Role.define(
                            Uuid7.next(),
                            definition.code(),
                            definition.eligibleFor(),
                            definition.required(),
                            definition.workforce()));
                })
                .call(role -> roles.add(session, role, clock.instant())));
    }
}

package org.communitysolutions.intake.household;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/** Finds or registers many households at once, all or none. */
@ApplicationScoped
public class RegisterHouseholds {

    private final Transactions transactions;
    private final HouseholdRegistry registry;

    RegisterHouseholds(Transactions transactions, HouseholdRegistry registry) {
        this.transactions = transactions;
        this.registry = registry;
    }

    /** The registrations, 1 to 500. */
    public record Registrations(List<Registration> registrations) {}

    /** The households meant, in the order of the registrations. */
    public record Outcome(List<Registered> households) {}

    public Uni<Outcome> handle(Caller caller, Registrations command) {
        return transactions
                .once(caller, command, Outcome.class, session -> registry.register(
                                session, caller, command.registrations())
                        .map(Outcome::new))
                .onFailure(OptimisticLockException.class)
                .retry()
                .atMost(HouseholdRegistry.RETRIES);
    }
}

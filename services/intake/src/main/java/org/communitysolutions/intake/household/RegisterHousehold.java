package org.communitysolutions.intake.household;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/** Puts a household into the registry, once: whoever names the same home on a day within its stay gets the same one. */
@ApplicationScoped
public class RegisterHousehold {

    private final Transactions transactions;
    private final HouseholdRegistry registry;

    RegisterHousehold(Transactions transactions, HouseholdRegistry registry) {
        this.transactions = transactions;
        this.registry = registry;
    }

    public Uni<Registered> handle(Caller caller, Registration registration) {
        return transactions
                .once(caller, registration, Registered.class, session -> registry.register(
                                session, caller, List.of(registration))
                        .map(List::getFirst))
                .onFailure(OptimisticLockException.class)
                .retry()
                .atMost(HouseholdRegistry.RETRIES);
    }
}

package org.communitysolutions.intake.household;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.communitysolutions.intake.household.persistence.HouseholdRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds who lives, or has lived, at a home. */
@ApplicationScoped
public class SearchHouseholds {

    private final Transactions transactions;
    private final HouseholdRows households;
    private final ReadAudit audit;

    SearchHouseholds(Transactions transactions, HouseholdRows households, ReadAudit audit) {
        this.transactions = transactions;
        this.households = households;
        this.audit = audit;
    }

    /**
     * What to look for.
     *
     * @param uprn the home
     * @param on only who lives there on that day, if one is given
     */
    public record Search(String uprn, Optional<LocalDate> on) {}

    /** The households found, the earliest stay first; that each was shown is kept. */
    public Uni<List<Household>> handle(Caller caller, Search search) {
        return transactions.run(caller, session -> households
                .at(session, Set.of(search.uprn()))
                .map(stays -> stays.stream()
                        .filter(stay -> search.on().map(stay::livesThereOn).orElse(true))
                        .toList())
                .call(found -> note(session, caller, found)));
    }

    private Uni<Void> note(Mutiny.Session session, Caller caller, List<Household> found) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(household -> audit.read(session, caller, "household", household.id()))
                .collect()
                .last();
    }
}

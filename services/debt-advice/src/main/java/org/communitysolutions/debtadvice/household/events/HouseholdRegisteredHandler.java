package org.communitysolutions.debtadvice.household.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.communitysolutions.debtadvice.household.Households;
import org.communitysolutions.shared.messaging.EventHandler;
import org.communitysolutions.shared.messaging.ReceivedEvent;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps which household lives at a home, so that an account there is known to be its. */
@ApplicationScoped
class HouseholdRegisteredHandler implements EventHandler<HouseholdRegistered> {

    private final Households households;

    HouseholdRegisteredHandler(Households households) {
        this.households = households;
    }

    @Override
    public Class<HouseholdRegistered> data() {
        return HouseholdRegistered.class;
    }

    @Override
    public Uni<Void> handle(Mutiny.Session session, Caller caller, ReceivedEvent event, HouseholdRegistered data) {
        return households.note(
                session,
                List.of(new Households.Known(
                        data.householdId(),
                        data.uprn(),
                        data.registeredOn().orElseGet(() -> CouncilCalendar.dayOf(event.occurredAt())))));
    }
}

package org.communitysolutions.risk.stream;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.stream.persistence.StateRows;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Evaluates households anew from the journal, with the live edition of factors and rules, though nothing has happened to
 * them: after an edition was changed.
 */
@ApplicationScoped
public class ReevaluateHouseholds {

    private static final Logger LOG = Logger.getLogger(ReevaluateHouseholds.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Transactions transactions;
    private final StateRows rows;
    private final EvaluateHouseholds evaluate;
    private final Outbox outbox;
    private final String service;

    ReevaluateHouseholds(
            Transactions transactions,
            StateRows rows,
            EvaluateHouseholds evaluate,
            Outbox outbox,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.transactions = transactions;
        this.rows = rows;
        this.evaluate = evaluate;
        this.outbox = outbox;
        this.service = service;
    }

    /**
     * A number of households.
     *
     * @param after the last household of the part before; empty to begin
     * @param most how many at most
     */
    public record Part(Optional<UUID> after, int most) {}

    /**
     * What was done.
     *
     * @param households how many were evaluated
     * @param last where the next part goes on; empty if there is none
     */
    public record Done(int households, Optional<UUID> last) {}

    /** Evaluates the part, restricted events and all, as the service itself; the operator sees none of it. */
    public Uni<Done> handle(Caller operator, Part part) {
        LOG.infof("Households are evaluated anew for %s", operator.subject());
        Caller self = Caller.service(service, operator.commandId());
        return transactions.run(self, session -> rows.after(
                        session, part.after().orElse(BEFORE_ALL), part.most())
                .call(households -> evaluate(session, self, households))
                .map(households -> new Done(
                        households.size(),
                        households.size() < part.most() ? Optional.empty() : Optional.of(households.getLast()))));
    }

    private Uni<Void> evaluate(Mutiny.Session session, Caller self, List<UUID> households) {
        return households.isEmpty()
                ? Uni.createFrom().voidItem()
                : evaluate.handle(session, new LinkedHashSet<>(households))
                        .chain(announcements -> outbox.append(session, self, announcements));
    }
}

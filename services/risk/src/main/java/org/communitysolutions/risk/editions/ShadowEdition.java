package org.communitysolutions.risk.editions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.communitysolutions.risk.editions.domain.EditionDecision;
import org.communitysolutions.risk.editions.persistence.EditionRows;
import org.communitysolutions.risk.editions.persistence.ShadowRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Lets an edition be evaluated in the shadow of the live one: by what really happens, and nobody is asked for anything.
 * All households are evaluated once as it begins, so that it counts from what it would ask for on that day.
 */
@ApplicationScoped
public class ShadowEdition {

    private static final Logger LOG = Logger.getLogger(ShadowEdition.class);

    private final Transactions transactions;
    private final EditionRows rows;
    private final ShadowRows shadows;

    ShadowEdition(Transactions transactions, EditionRows rows, ShadowRows shadows) {
        this.transactions = transactions;
        this.rows = rows;
        this.shadows = shadows;
    }

    public Uni<EditionAnswer> begin(Caller caller, String version) {
        return transactions.run(caller, session -> rows.lock(session)
                .chain(() -> rows.find(session, version))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(new EditionAnswer.Absent())
                        : shadows.inShadow(session).chain(present -> begin(session, caller, found.get(), present))));
    }

    private Uni<EditionAnswer> begin(
            Mutiny.Session session, Caller caller, KeptEdition kept, Optional<String> inShadow) {
        return switch (EditionDecision.shadow(kept.edition(), inShadow)) {
            case EditionDecision.Changed(var edition) -> {
                String version = edition.heading().version();
                LOG.infof("%s puts the edition %s into shadow", caller.subject(), version);
                yield rows.lockEvaluation(session)
                        .chain(() -> shadows.begin(session, version, caller.subject()))
                        .chain(() -> stands(session, version));
            }
            case EditionDecision.Unchanged same -> Uni.createFrom().item(new EditionAnswer.Stands(kept));
            case EditionDecision.Refused(var why) -> Uni.createFrom().item(new EditionAnswer.Refused(why));
        };
    }

    /** Ends it, if the edition is in shadow; what was counted is kept. */
    public Uni<EditionAnswer> end(Caller caller, String version) {
        return transactions.run(caller, session -> rows.lock(session)
                .chain(() -> shadows.end(session, version, caller.subject()))
                .chain(() -> rows.find(session, version))
                .map(found ->
                        found.<EditionAnswer>map(EditionAnswer.Stands::new).orElseGet(EditionAnswer.Absent::new)));
    }

    private Uni<EditionAnswer> stands(Mutiny.Session session, String version) {
        return rows.find(session, version).map(found -> new EditionAnswer.Stands(found.orElseThrow()));
    }
}

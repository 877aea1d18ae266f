package org.communitysolutions.risk.editions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.communitysolutions.risk.editions.domain.Edition;
import org.communitysolutions.risk.editions.domain.EditionDecision;
import org.communitysolutions.risk.editions.persistence.EditionRows;
import org.communitysolutions.risk.editions.persistence.ShadowRows;
import org.communitysolutions.risk.rules.loading.ReadRulebook;
import org.communitysolutions.risk.workers.OnWorkers;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Approves editions and switches between those that are approved: another person than the one who loaded it. */
@ApplicationScoped
public class SwitchEdition {

    private static final Logger LOG = Logger.getLogger(SwitchEdition.class);

    private final Transactions transactions;
    private final EditionRows rows;
    private final ReadRulebook read;
    private final ShadowRows shadows;
    private final Clock clock;

    SwitchEdition(Transactions transactions, EditionRows rows, ReadRulebook read, ShadowRows shadows, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.read = read;
        this.shadows = shadows;
        this.clock = clock;
    }

    /**
     * Says that the edition may be switched to.
     *
     * @throws org.communitysolutions.risk.rules.loading.RulesRefused (through the Uni) if a rule of it says something else than a rule of the same version in an
     *     edition that was approved since it was loaded
     */
    public Uni<EditionAnswer> approve(Caller approver, String version) {
        return transactions.run(approver, session -> rows.lock(session)
                .chain(() -> rows.find(session, version))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(new EditionAnswer.Absent())
                        : approve(session, approver, found.get())));
    }

    private Uni<EditionAnswer> approve(Mutiny.Session session, Caller approver, KeptEdition kept) {
        return switch (EditionDecision.approve(kept.edition(), approver.subject(), clock.instant())) {
            case EditionDecision.Changed(Edition edition) ->
                compare(session, edition.heading().version())
                        .chain(() -> rows.approve(session, edition.heading(), approver.subject()))
                        .chain(() -> again(session, edition.heading().version()));
            case EditionDecision.Unchanged same -> Uni.createFrom().item(new EditionAnswer.Stands(kept));
            case EditionDecision.Refused(var why) -> Uni.createFrom().item(new EditionAnswer.Refused(why));
        };
    }

    private Uni<Void> compare(Mutiny.Session session, String version) {
        return rows.text(session, version)
                .map(Optional::orElseThrow)
                .chain(text -> rows.approved(session)
                        .chain(approved -> OnWorkers.get(() -> {
                            read.compare(text, approved);
                            return text;
                        })))
                .replaceWithVoid();
    }

    /**
     * Makes the edition the live one. All that is being evaluated at this moment is committed before, and all that comes
     * after is evaluated by it. If it was in shadow, it no longer is.
     */
    public Uni<EditionAnswer> goLive(Caller switcher, String version) {
        return transactions.run(switcher, session -> rows.lock(session)
                .chain(() -> rows.find(session, version))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(new EditionAnswer.Absent())
                        : goLive(session, switcher, found.get())));
    }

    private Uni<EditionAnswer> goLive(Mutiny.Session session, Caller switcher, KeptEdition kept) {
        return switch (EditionDecision.goLive(kept.edition(), switcher.subject(), clock.instant())) {
            case EditionDecision.Changed(Edition edition) -> {
                LOG.infof(
                        "%s makes the edition %s live",
                        switcher.subject(), edition.heading().version());
                yield rows.lockEvaluation(session)
                        .chain(() -> rows.goLive(session, edition.heading(), switcher.subject()))
                        .chain(() -> shadows.end(session, edition.heading().version(), switcher.subject()))
                        .chain(() -> again(session, edition.heading().version()));
            }
            case EditionDecision.Unchanged same -> Uni.createFrom().item(new EditionAnswer.Stands(kept));
            case EditionDecision.Refused(var why) -> Uni.createFrom().item(new EditionAnswer.Refused(why));
        };
    }

    private Uni<EditionAnswer> again(Mutiny.Session session, String version) {
        return rows.find(session, version).map(found -> new EditionAnswer.Stands(found.orElseThrow()));
    }
}

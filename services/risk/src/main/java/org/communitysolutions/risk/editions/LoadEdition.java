package org.communitysolutions.risk.editions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.communitysolutions.risk.editions.persistence.EditionRows;
import org.communitysolutions.risk.rules.Rulebook;
import org.communitysolutions.risk.rules.loading.EditionText;
import org.communitysolutions.risk.rules.loading.ReadRulebook;
import org.communitysolutions.risk.workers.OnWorkers;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.hibernate.reactive.mutiny.Mutiny;

/** Checks an edition whole, and against those that were approved, and keeps it. Nothing is evaluated by it before somebody else has approved it. */
@ApplicationScoped
public class LoadEdition {

    private final ReadRulebook read;
    private final Transactions transactions;
    private final EditionRows rows;

    LoadEdition(ReadRulebook read, Transactions transactions, EditionRows rows) {
        this.read = read;
        this.transactions = transactions;
        this.rows = rows;
    }

    /** What came of it; the version of its rules, or of its factors where those are at fault. */
    public record Loading(Outcome outcome, String version) {}

    /** What may come of it. */
    public enum Outcome {
        ADDED,
        /** The very same was loaded before. */
        KNOWN,
        /** Its version stands for another text. */
        VERSION_TAKEN,
        /** The version of its factors stands for other factors. */
        FACTORS_VERSION_TAKEN
    }

    /**
     * Loads it.
     *
     * @throws org.communitysolutions.risk.rules.loading.RulesRefused (through the Uni) if something is wrong with it
     */
    public Uni<Loading> handle(Caller loader, EditionText text) {
        return transactions
                .run(loader, rows::approved)
                .chain(approved -> OnWorkers.get(() -> read(text, approved)))
                .chain(book -> transactions.once(loader, text, Loading.class, session -> rows.lock(session)
                        .chain(() -> load(session, loader, text, book))));
    }

    private Rulebook read(EditionText text, Map<String, EditionText> approved) {
        Rulebook book = read.read(text).book();
        read.compare(text, approved);
        return book;
    }

    private Uni<Loading> load(Mutiny.Session session, Caller loader, EditionText text, Rulebook book) {
        String version = book.rulesEdition().version();
        String factors = book.factorsEdition().version();
        return rows.find(session, version)
                .chain(kept -> kept.isPresent()
                        ? Uni.createFrom().item(new Loading(known(kept, text), version))
                        : rows.hasOtherFactors(session, factors, text.factors().text())
                                .chain(taken -> taken
                                        ? Uni.createFrom().item(new Loading(Outcome.FACTORS_VERSION_TAKEN, factors))
                                        : rows.add(session, version, factors, text, loader.subject())
                                                .replaceWith(new Loading(Outcome.ADDED, version))));
    }

    private static Outcome known(Optional<KeptEdition> kept, EditionText text) {
        return kept.filter(same -> same.digest().equals(text.digest())).isPresent()
                ? Outcome.KNOWN
                : Outcome.VERSION_TAKEN;
    }
}

package org.communitysolutions.debtadvice.extract;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.debtadvice.extract.domain.AccountKind;
import org.communitysolutions.debtadvice.extract.domain.Reading;
import org.communitysolutions.debtadvice.extract.persistence.AccountRows;
import org.communitysolutions.debtadvice.extract.persistence.AccountRows.Stored;
import org.communitysolutions.debtadvice.extract.persistence.ExtractRows;
import org.communitysolutions.debtadvice.extract.persistence.ExtractRows.Unfinished;
import org.communitysolutions.debtadvice.extract.persistence.LineRows;
import org.communitysolutions.debtadvice.extract.persistence.LineRows.Pending;
import org.communitysolutions.debtadvice.household.Households;
import org.communitysolutions.shared.messaging.Outbox;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Applies the next lines of the extract whose turn it is: accounts, events, what came of each line and how far the
 * extract is, in one transaction. Whoever is killed in between leaves the lines as they were, for any replica to apply.
 */
@ApplicationScoped
public class ApplyChunk {

    private final Transactions transactions;
    private final ExtractRows extracts;
    private final LineRows lines;
    private final AccountRows accounts;
    private final Households households;
    private final Outbox outbox;
    private final Clock clock;
    private final String service;
    private final int limit;

    ApplyChunk(
            Transactions transactions,
            ExtractRows extracts,
            LineRows lines,
            AccountRows accounts,
            Households households,
            Outbox outbox,
            Clock clock,
            ExtractSettings settings,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.transactions = transactions;
        this.extracts = extracts;
        this.lines = lines;
        this.accounts = accounts;
        this.households = households;
        this.outbox = outbox;
        this.clock = clock;
        this.limit = settings.chunk();
        this.service = service;
    }

    /** What was done. */
    public sealed interface Step {

        /** Nothing is to be applied, or another replica is at it. */
        record Idle() implements Step {}

        /** Some lines were applied, or the extract was found to be at its end. */
        record Applied(int lines) implements Step {}

        /**
         * Nothing was applied yet, because no household is known at these homes.
         *
         * @param homes UPRN and a day on which somebody lives there
         */
        record HomesUnknown(String sentBy, Map<String, LocalDate> homes) implements Step {}
    }

    /** Takes one step with the extract of that kind that is next. */
    public Uni<Step> handle(AccountKind kind) {
        Caller self = Caller.service(service, Uuid7.next());
        return transactions.run(self, session -> extracts.lockNext(session, kind)
                .chain(next -> next.isEmpty()
                        ? Uni.createFrom().item(new Step.Idle())
                        : ImportTrace.continued(next.get().traceParent(), () -> step(session, kind, next.get()))));
    }

    private Uni<Step> step(Mutiny.Session session, AccountKind kind, Unfinished extract) {
        return lines.next(session, extract.id(), kind, extract.progress(), limit)
                .chain(pending -> pending.isEmpty()
                        ? extracts.finish(session, extract.id(), clock.instant())
                                .replaceWith(new Step.Applied(0))
                        : known(session, kind, pending).chain(known -> apply(session, kind, extract, pending, known)));
    }

    private Uni<Map<String, Stored>> known(Mutiny.Session session, AccountKind kind, List<Pending> pending) {
        List<String> references =
                pending.stream().map(line -> line.reading().accountReference()).toList();
        return accounts.named(session, kind, references);
    }

    private Uni<Step> apply(
            Mutiny.Session session,
            AccountKind kind,
            Unfinished extract,
            List<Pending> pending,
            Map<String, Stored> known) {
        Map<String, LocalDate> homes = homesToFind(pending, known);
        return households.livingAt(session, Set.copyOf(homes.keySet())).chain(found -> {
            homes.keySet().removeAll(found.keySet());
            return homes.isEmpty()
                    ? save(session, kind, extract, Chunk.decide(extract.id(), pending, known, found))
                    : Uni.createFrom().item(new Step.HomesUnknown(extract.sentBy(), homes));
        });
    }

    /** The homes of accounts that are new or moved, each with the day on which the line says that it is lived in. */
    private static Map<String, LocalDate> homesToFind(List<Pending> pending, Map<String, Stored> known) {
        Map<String, LocalDate> homes = new HashMap<>();
        for (Pending line : pending) {
            Reading reading = line.reading();
            Optional<Stored> stored = Optional.ofNullable(known.get(reading.accountReference()));
            if (stored.isEmpty() || !stored.get().account().isAt(reading.uprn())) {
                homes.putIfAbsent(reading.uprn(), reading.asAt());
            }
        }
        return homes;
    }

    private Uni<Step> save(Mutiny.Session session, AccountKind kind, Unfinished extract, Chunk chunk) {
        Caller cause = Caller.service(service, extract.id());
        UUID id = extract.id();
        return accounts.save(session, kind, id, chunk.accounts())
                .chain(() -> accounts.tell(session, chunk.missed()))
                .chain(() -> outbox.append(session, cause, chunk.announcements()))
                .chain(() -> lines.settle(session, id, chunk.lines()))
                .chain(() -> extracts.advance(session, chunk.advance(id)))
                .replaceWith(new Step.Applied(chunk.lines().size()));
    }
}

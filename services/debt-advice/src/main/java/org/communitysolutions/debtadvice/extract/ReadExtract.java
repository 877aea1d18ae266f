package org.communitysolutions.debtadvice.extract;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.debtadvice.extract.domain.AccountKind;
import org.communitysolutions.debtadvice.extract.persistence.ExtractRows;
import org.communitysolutions.debtadvice.extract.persistence.LineRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows what has become of an extract. */
@ApplicationScoped
public class ReadExtract {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Transactions transactions;
    private final ExtractRows extracts;
    private final LineRows lines;

    ReadExtract(Transactions transactions, ExtractRows extracts, LineRows lines) {
        this.transactions = transactions;
        this.extracts = extracts;
        this.lines = lines;
    }

    /**
     * Which lines to show.
     *
     * @param after lines with a greater number only
     */
    public record LinesWanted(
            AccountKind kind, UUID extract, Optional<ReportedLine.Outcome> outcome, int after, int limit) {}

    public Uni<Optional<ExtractReport>> handle(Caller caller, AccountKind kind, UUID id) {
        return transactions.run(caller, session -> extracts.find(session, kind, id));
    }

    /** The lines that are wanted, or empty if there is no such extract. */
    public Uni<Optional<List<ReportedLine>>> lines(Caller caller, LinesWanted wanted) {
        return transactions.run(caller, session -> extracts.find(session, wanted.kind(), wanted.extract())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : lines.list(session, wanted.extract(), wanted.outcome(), wanted.after(), wanted.limit())
                                .map(Optional::of)));
    }

    /** The report once the extract is applied, or as it is after that time. Blocks. */
    public Optional<ExtractReport> await(Caller caller, AccountKind kind, UUID id, Duration atMost) {
        return EventLoop.await(() -> Multi.createBy()
                .repeating()
                .uni(() -> handle(caller, kind, id))
                .withDelay(BETWEEN_LOOKS)
                .atMost(atMost.dividedBy(BETWEEN_LOOKS) + 1)
                .filter(found -> found.isPresent() && found.get().isApplied())
                .toUni()
                .chain(applied -> applied == null
                        ? handle(caller, kind, id)
                        : Uni.createFrom().item(applied)));
    }
}

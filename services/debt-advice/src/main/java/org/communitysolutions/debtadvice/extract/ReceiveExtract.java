package org.communitysolutions.debtadvice.extract;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.debtadvice.extract.domain.AccountKind;
import org.communitysolutions.debtadvice.extract.file.CheckedLine;
import org.communitysolutions.debtadvice.extract.file.ExtractFile;
import org.communitysolutions.debtadvice.extract.file.FileRefused;
import org.communitysolutions.debtadvice.extract.file.ReceivedBytes;
import org.communitysolutions.debtadvice.extract.mapping.ExtractMapping;
import org.communitysolutions.debtadvice.extract.persistence.ExtractRows;
import org.communitysolutions.debtadvice.extract.persistence.LineRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Takes an extract in as it arrives. Its lines are put aside in chunks; only when the whole of it has arrived and its
 * structure held does it count as received. Until then nothing of it can be applied, and a failure leaves nothing.
 */
@ApplicationScoped
public class ReceiveExtract {

    private static final Logger LOG = Logger.getLogger(ReceiveExtract.class);
    private static final int CHUNK = 2000;

    private final Transactions transactions;
    private final ExtractRows extracts;
    private final LineRows lines;
    private final ExtractApplier applier;
    private final ExtractSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;

    ReceiveExtract(
            Transactions transactions,
            ExtractRows extracts,
            LineRows lines,
            ExtractApplier applier,
            ExtractSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.transactions = transactions;
        this.extracts = extracts;
        this.lines = lines;
        this.applier = applier;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * What is sent.
     *
     * @param asAt the day of the extract, exactly where the mapping has no column for it
     * @param traceParent the trace of the request
     */
    public record Upload(ExtractMapping mapping, Optional<LocalDate> asAt, String traceParent) {

        AccountKind kind() {
            return mapping.kind();
        }
    }

    /**
     * What came of it.
     *
     * @param repeated whether the very same file was received before; the id is then that one's
     */
    public record Receipt(UUID id, boolean repeated) {}

    /**
     * Reads the body to its end. Blocks; the caller's thread must be one that may.
     *
     * @throws FileRefused if the file cannot be taken
     * @throws IOException if it does not arrive whole
     */
    public Receipt handle(Caller caller, Upload upload, InputStream body) throws IOException {
        UUID id = Uuid7.next();
        run(
                caller,
                session -> extracts.begin(
                        session,
                        new ExtractRows.Arriving(
                                id,
                                upload.kind(),
                                upload.mapping().name(),
                                upload.mapping().fingerprint(),
                                upload.asAt(),
                                caller.subject(),
                                upload.traceParent(),
                                clock.instant())));
        try {
            Receipt receipt = receive(caller, id, upload, body);
            applier.wake(upload.kind());
            return receipt;
        } catch (FileRefused refused) {
            meters.counter(
                            "debt-advice.extracts.refused",
                            "reason",
                            refused.reason().code())
                    .increment();
            LOG.infof("The extract %s is refused: %s", id, refused.reason().code());
            discard(caller, id, refused);
            throw refused;
        } catch (IOException | RuntimeException broken) {
            discard(caller, id, broken);
            throw broken;
        }
    }

    private Receipt receive(Caller caller, UUID id, Upload upload, InputStream body) throws IOException {
        ReceivedBytes bytes = new ReceivedBytes(body, settings.largest().asLongValue());
        ExtractFile file = new ExtractFile(bytes, upload.mapping(), settings.bounds(clock), upload.asAt());
        int refused = 0;
        List<CheckedLine> chunk = new ArrayList<>(CHUNK);
        for (Optional<CheckedLine> line = file.next(); line.isPresent(); line = file.next()) {
            chunk.add(line.get());
            refused += line.get() instanceof CheckedLine.Bad ? 1 : 0;
            if (chunk.size() == CHUNK) {
                putAside(caller, id, chunk);
                chunk.clear();
            }
        }
        putAside(caller, id, chunk);
        ExtractRows.Arrived arrived = new ExtractRows.Arrived(
                id, clock.instant(), bytes.sha256(), bytes.count(), file.lines(), refused, file.warning());
        return run(caller, session -> finish(session, upload.kind(), arrived));
    }

    private void putAside(Caller caller, UUID id, List<CheckedLine> chunk) {
        run(caller, session -> lines.stage(session, id, chunk)
                .chain(() -> extracts.touch(session, id, clock.instant())));
    }

    private Uni<Receipt> finish(Mutiny.Session session, AccountKind kind, ExtractRows.Arrived arrived) {
        return extracts.lockReceipt(session, kind)
                .chain(() -> extracts.sameAs(session, arrived.id(), arrived.sha256()))
                .chain(same -> same.isPresent()
                        ? extracts.discard(session, arrived.id()).replaceWith(new Receipt(same.get(), true))
                        : extracts.received(session, arrived).map(there -> receipt(arrived.id(), there)));
    }

    private static Receipt receipt(UUID id, boolean there) {
        if (!there) {
            throw new IllegalStateException("The extract %s arrived so slowly that it was given up".formatted(id));
        }
        return new Receipt(id, false);
    }

    /** Leaves nothing behind. What cannot be taken out now goes with the abandoned ones. */
    private void discard(Caller caller, UUID id, Exception cause) {
        try {
            run(caller, session -> extracts.discard(session, id));
        } catch (RuntimeException alsoFailed) {
            cause.addSuppressed(alsoFailed);
        }
    }

    private <T> T run(Caller caller, java.util.function.Function<Mutiny.Session, Uni<T>> work) {
        return EventLoop.await(() -> transactions.run(caller, work));
    }
}

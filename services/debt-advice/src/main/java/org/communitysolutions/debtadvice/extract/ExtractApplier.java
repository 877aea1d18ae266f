package org.communitysolutions.debtadvice.extract;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.communitysolutions.debtadvice.extract.ApplyChunk.Step;
import org.communitysolutions.debtadvice.extract.domain.AccountKind;
import org.communitysolutions.debtadvice.extract.persistence.ExtractRows;
import org.communitysolutions.debtadvice.household.IntakeAway;
import org.communitysolutions.debtadvice.household.RegisterHomes;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Applies received extracts in the background, for each kind one after another in the order of receipt. It looks at
 * the start, whenever one was received, and every now and then, so that whatever another replica left is gone on with.
 */
@ApplicationScoped
public class ExtractApplier {

    private static final Logger LOG = Logger.getLogger(ExtractApplier.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final ApplyChunk apply;
    private final RegisterHomes homes;
    private final ExtractRows extracts;
    private final Transactions transactions;
    private final String service;
    private final Duration lookEvery;
    private final Map<AccountKind, Semaphore> received = new EnumMap<>(AccountKind.class);
    private final Map<AccountKind, Thread> workers = new EnumMap<>(AccountKind.class);
    private volatile boolean ending;

    ExtractApplier(
            ApplyChunk apply,
            RegisterHomes homes,
            ExtractRows extracts,
            Transactions transactions,
            ExtractSettings settings,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.apply = apply;
        this.homes = homes;
        this.extracts = extracts;
        this.transactions = transactions;
        this.lookEvery = settings.lookEvery();
        this.service = service;
        for (AccountKind kind : AccountKind.values()) {
            received.put(kind, new Semaphore(0));
        }
    }

    void start(@Observes StartupEvent start) {
        for (AccountKind kind : AccountKind.values()) {
            workers.put(kind, Thread.ofVirtual().name("extracts-" + kind.code()).start(() -> work(kind)));
        }
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        ending = true;
        for (Thread worker : workers.values()) {
            worker.interrupt();
            worker.join(LONGEST_PAUSE);
        }
    }

    /** Tells that an extract of that kind was received. */
    void wake(AccountKind kind) {
        received.get(kind).release();
    }

    private void work(AccountKind kind) {
        Duration pause = FIRST_PAUSE;
        while (!ending) {
            try {
                if (takeStep(kind)) {
                    pause = FIRST_PAUSE;
                } else {
                    rest(kind, lookEvery);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!ending) {
                    pause = trouble(kind, e, pause);
                }
            }
        }
    }

    /** Tells whether there was anything to do. */
    private boolean takeStep(AccountKind kind) {
        return switch (EventLoop.await(() -> apply.handle(kind))) {
            case Step.Idle idle -> false;
            case Step.Applied applied -> true;
            case Step.HomesUnknown unknown -> {
                EventLoop.await(() -> homes.handle(self(), unknown.sentBy(), unknown.homes()));
                yield true;
            }
        };
    }

    /** Shows in the report that the extract waits, and lets some time pass. */
    private Duration trouble(AccountKind kind, RuntimeException failure, Duration pause) {
        String reason = failure instanceof IntakeAway
                ? failure.getMessage()
                : "a failure of this service; its log has the cause";
        LOG.warnf(failure, "An extract of %s accounts waits %s: %s", kind.code(), pause, reason);
        try {
            EventLoop.await(() -> transactions.run(self(), session -> extracts.await(session, kind, reason)));
        } catch (RuntimeException alsoFailed) {
            LOG.warnf(
                    "That it waits cannot be noted either: %s",
                    alsoFailed.getClass().getSimpleName());
        }
        try {
            rest(kind, pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private void rest(AccountKind kind, Duration time) throws InterruptedException {
        Semaphore signal = received.get(kind);
        if (signal.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
    }

    private Caller self() {
        return Caller.service(service, Uuid7.next());
    }
}

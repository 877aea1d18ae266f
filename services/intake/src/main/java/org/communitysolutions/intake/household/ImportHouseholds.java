package org.communitysolutions.intake.household;

import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;

/**
 * Loads households from a file of any length: a thousand lines at a time, each thousand in a transaction of its own, so
 * that memory stays flat and a file that breaks off can be sent again.
 */
@ApplicationScoped
public class ImportHouseholds {

    private static final int CHUNK = 1_000;

    private final Transactions transactions;
    private final HouseholdRegistry registry;

    ImportHouseholds(Transactions transactions, HouseholdRegistry registry) {
        this.transactions = transactions;
        this.registry = registry;
    }

    /** A line of the file. */
    public sealed interface Line permits Line.Taken, Line.Refused {

        /** One that names a household. */
        record Taken(Registration registration) implements Line {}

        /**
         * One that does not.
         *
         * @param number counted from 1, the header
         * @param reason what is wrong with it
         */
        record Refused(long number, String reason) implements Line {}
    }

    /**
     * What became of the lines.
     *
     * @param registered households that the registry did not know
     * @param known households that it knew already
     * @param refused lines that name no household
     * @param reasons which lines those are and why, the first 1,000 of them
     */
    public record Report(long registered, long known, long refused, List<Line.Refused> reasons) {}

    /** The registry did not take all of it. What was taken before stands; what follows was not looked at. */
    public static final class Interrupted extends RuntimeException {

        private final transient Report before;

        Interrupted(Report before, Throwable cause) {
            super(cause);
            this.before = before;
        }

        /** What became of the lines before. */
        public Report before() {
            return before;
        }
    }

    /**
     * Reads the lines to the end. Blocks, and belongs on a worker thread.
     *
     * @throws Interrupted if a chunk cannot be committed
     */
    public Report handle(Caller caller, Iterator<Line> lines) {
        Tally tally = new Tally();
        List<Registration> chunk = new ArrayList<>(CHUNK);
        while (lines.hasNext()) {
            switch (lines.next()) {
                case Line.Taken taken -> chunk.add(taken.registration());
                case Line.Refused refused -> tally.refuse(refused);
            }
            if (chunk.size() == CHUNK) {
                tally.take(register(caller, chunk, tally));
                chunk.clear();
            }
        }
        if (!chunk.isEmpty()) {
            tally.take(register(caller, chunk, tally));
        }
        return tally.report();
    }

    private List<Registered> register(Caller caller, List<Registration> chunk, Tally tally) {
        try {
            List<Registration> registrations = List.copyOf(chunk);
            return VertxContextSupport.subscribeAndAwait(() -> transactions
                    .run(caller, session -> registry.register(session, caller, registrations))
                    .onFailure(OptimisticLockException.class)
                    .retry()
                    .atMost(HouseholdRegistry.RETRIES));
        } catch (Throwable failure) {
            throw new Interrupted(tally.report(), failure);
        }
    }

    /** The report as it grows. */
    private static final class Tally {

        private static final int MOST_REASONS = 1_000;

        private long registered;
        private long known;
        private long refused;
        private final List<Line.Refused> reasons = new ArrayList<>();

        void take(List<Registered> answers) {
            long added = answers.stream().filter(Registered::isNew).count();
            registered += added;
            known += answers.size() - added;
        }

        void refuse(Line.Refused line) {
            refused++;
            if (reasons.size() < MOST_REASONS) {
                reasons.add(line);
            }
        }

        Report report() {
            return new Report(registered, known, refused, List.copyOf(reasons));
        }
    }
}

package org.communitysolutions.casemanagement.household;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.casemanagement.casefile.HouseholdCases;
import org.communitysolutions.casemanagement.task.HouseholdTasks;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.ReadAudit;
import org.communitysolutions.shared.transactions.Transactions;

/** Shows what is going on for a household, in all teams that the caller may know of, and keeps that it was shown. */
@ApplicationScoped
public class ReadOpenWork {

    private static final int MOST = 200;

    private final Transactions transactions;
    private final HouseholdTasks tasks;
    private final HouseholdCases cases;
    private final ReadAudit audit;

    ReadOpenWork(Transactions transactions, HouseholdTasks tasks, HouseholdCases cases, ReadAudit audit) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.cases = cases;
        this.audit = audit;
    }

    /**
     * What is open.
     *
     * @param tasks the most urgent first, 200 at most
     * @param caseFiles the household's open file, and for specialists their own beside it
     */
    public record OpenWork(List<HouseholdTasks.Unfinished> tasks, List<HouseholdCases.Summary> caseFiles) {}

    public Uni<OpenWork> handle(Caller caller, UUID household) {
        return transactions.run(caller, session -> audit.read(session, caller, "household", household)
                .chain(() -> tasks.unfinished(session, household, MOST))
                .chain(open -> cases.open(session, household).map(files -> new OpenWork(open, files))));
    }
}

package org.communitysolutions.employment.job.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The jobs and agreements that these tests speak of. */
final class Jobs {

    static final LocalDate ENROLLED = LocalDate.of(2026, 1, 5);
    static final LocalDate TODAY = LocalDate.of(2027, 12, 31);

    private Jobs() {}

    /** That many days between jobs for both milestones, from the start of 2020. */
    static Allowances gaps(int days) {
        List<Allowances.Allowance> agreed =
                List.of(new Allowances.Allowance(days, LocalDate.of(2020, 1, 1), "Local policy"));
        return new Allowances(Map.of(Milestone.THIRTEEN_WEEKS, agreed, Milestone.TWENTY_SIX_WEEKS, agreed));
    }

    static Job job(LocalDate startedOn) {
        return job(JobKind.EMPLOYMENT, Evidence.Kind.PAYSLIP, startedOn, 1_500_000);
    }

    static Job job(JobKind kind, Evidence.Kind evidence, LocalDate startedOn, long annualPayPence) {
        UUID id = UUID.randomUUID();
        return new Job(
                id,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                kind,
                "Invented Bakery " + id,
                startedOn,
                new BigDecimal("22.5"),
                annualPayPence,
                new Evidence(evidence, startedOn, "an adviser"));
    }

    static Work work(JobState... jobs) {
        return new Work(ENROLLED, List.of(jobs), List.of());
    }

    static <S> S taken(Decision<S> decision) {
        return switch (decision) {
            case Decision.Taken<S> taken -> taken.state();
            case Decision.Refused<S> refused -> throw new AssertionError("It was refused: " + refused.refusal());
        };
    }

    /** Why it was refused; nothing if it was not. */
    static Optional<Refusal> refusal(Decision<?> decision) {
        return decision instanceof Decision.Refused<?> refused ? Optional.of(refused.refusal()) : Optional.empty();
    }
}

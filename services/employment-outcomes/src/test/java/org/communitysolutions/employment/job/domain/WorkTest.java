package org.communitysolutions.employment.job.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.employment.job.domain.Jobs.ENROLLED;
import static org.communitysolutions.employment.job.domain.Jobs.TODAY;
import static org.communitysolutions.employment.job.domain.Jobs.gaps;
import static org.communitysolutions.employment.job.domain.Jobs.job;
import static org.communitysolutions.employment.job.domain.Jobs.refusal;
import static org.communitysolutions.employment.job.domain.Jobs.taken;
import static org.communitysolutions.employment.job.domain.Jobs.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkTest {

    private static final LocalDate START = LocalDate.of(2026, 2, 2);

    @Test
    void startsAJobFromEnrolmentToTodayAndTellsOfIt() {
        Job job = job(ENROLLED);

        assertThat(work().start(job, TODAY))
                .isEqualTo(new Decision.Taken<>(new InWork(job), new JobEvent.Started(job)));
        assertThat(refusal(work().start(job(ENROLLED.minusDays(1)), TODAY))).contains(Refusal.BEFORE_ENROLMENT);
        assertThat(refusal(work().start(job(TODAY.plusDays(1)), TODAY))).contains(Refusal.IN_THE_FUTURE);
    }

    @Test
    void startsTheSameJobOnceOnly() {
        Job job = job(START);

        assertThat(refusal(work(new InWork(job)).start(job, TODAY))).contains(Refusal.ALREADY_STARTED);
    }

    @Test
    void countsSelfEmploymentWithProvenEarningsOnly() {
        assertThat(refusal(work().start(selfEmployment(Evidence.Kind.CONTRACT, 900_000), TODAY)))
                .contains(Refusal.EARNINGS_NOT_PROVEN);
        assertThat(refusal(work().start(selfEmployment(Evidence.Kind.EARNINGS_RECORD, 0), TODAY)))
                .contains(Refusal.EARNINGS_NOT_PROVEN);
        assertThat(refusal(work().start(selfEmployment(Evidence.Kind.EARNINGS_RECORD, 900_000), TODAY)))
                .isEmpty();
    }

    @Test
    void cannotClaimThirteenWeeksADayBeforeTheyHavePassed() {
        Job job = job(START);
        Work work = work(new InWork(job));

        assertThat(refusal(claim(work, job, Milestone.THIRTEEN_WEEKS, START.plusDays(90))))
                .contains(Refusal.WEEKS_NOT_REACHED);
        assertThat(refusal(claim(work, job, Milestone.THIRTEEN_WEEKS, START.plusDays(91))))
                .isEmpty();
        assertThat(refusal(claim(work, job, Milestone.TWENTY_SIX_WEEKS, START.plusDays(181))))
                .contains(Refusal.WEEKS_NOT_REACHED);
        assertThat(refusal(claim(work, job, Milestone.TWENTY_SIX_WEEKS, START.plusDays(182))))
                .isEmpty();
    }

    @Test
    void cannotClaimWeeksThatLieAhead() {
        Job job = job(TODAY.minusDays(90));

        assertThat(refusal(claim(work(new InWork(job)), job, Milestone.THIRTEEN_WEEKS, TODAY.plusDays(1))))
                .contains(Refusal.IN_THE_FUTURE);
    }

    @Test
    void countsWorkBeforeAGapThatIsAllowedAndNotTheGapItself() {
        Lost first = lost(job(START), START.plusDays(60));
        Job second = job(START.plusDays(74));
        Work work = work(first, new InWork(second));

        LocalDate thirteenWeeks = START.plusDays(91 + 14);
        assertThat(refusal(claim(work, second, Milestone.THIRTEEN_WEEKS, thirteenWeeks, 14)))
                .isEmpty();
        assertThat(refusal(claim(work, second, Milestone.THIRTEEN_WEEKS, thirteenWeeks.minusDays(1), 14)))
                .contains(Refusal.WEEKS_NOT_REACHED);
        assertThat(refusal(claim(work, second, Milestone.THIRTEEN_WEEKS, thirteenWeeks, 13)))
                .contains(Refusal.WEEKS_NOT_REACHED);
    }

    @Test
    void countsADayOnceHoweverManyJobsItWasSpentIn() {
        Job one = job(START);
        Job other = job(START.plusDays(30));
        Work work = work(new InWork(one), new InWork(other));

        assertThat(refusal(claim(work, other, Milestone.THIRTEEN_WEEKS, START.plusDays(90))))
                .contains(Refusal.WEEKS_NOT_REACHED);
        assertThat(refusal(claim(work, other, Milestone.THIRTEEN_WEEKS, START.plusDays(91))))
                .isEmpty();
    }

    @Test
    void countsTheSameWeeksOnceWhicheverOfTheirJobsIsNamed() {
        Lost first = lost(job(START), START.plusDays(100));
        Job second = job(START.plusDays(101));
        Work work = work(first, new InWork(second));
        Sustained claimed = taken(claim(work, second, Milestone.THIRTEEN_WEEKS, START.plusDays(120)));

        Work afterwards = new Work(ENROLLED, work.jobs(), List.of(claimed));

        assertThat(refusal(claim(afterwards, first.job(), Milestone.THIRTEEN_WEEKS, START.plusDays(95))))
                .contains(Refusal.ALREADY_CLAIMED);
        assertThat(refusal(claim(afterwards, second, Milestone.TWENTY_SIX_WEEKS, START.plusDays(183))))
                .isEmpty();
    }

    @Test
    void losesAJobAfterItsFirstDayOnceOnly() {
        Job job = job(START);
        Work work = work(new InWork(job));

        assertThat(refusal(work.lose(job.id(), START, gaps(0), TODAY))).contains(Refusal.BEFORE_START);
        assertThat(refusal(work.lose(job.id(), TODAY.plusDays(1), gaps(0), TODAY)))
                .contains(Refusal.IN_THE_FUTURE);
        assertThat(work.lose(job.id(), START.plusDays(1), gaps(0), TODAY))
                .isEqualTo(new Decision.Taken<>(
                        new Lost(job, START.plusDays(1)), new JobEvent.Lost(job, START.plusDays(1))));
        assertThat(refusal(work(lost(job, START.plusDays(9))).lose(job.id(), START.plusDays(9), gaps(0), TODAY)))
                .contains(Refusal.ALREADY_LOST);
    }

    @Test
    void losesNoJobOnADayThatWouldBelieWeeksAlreadyClaimed() {
        Job job = job(START);
        Sustained claimed = taken(claim(work(new InWork(job)), job, Milestone.THIRTEEN_WEEKS, START.plusDays(120)));
        Work work = new Work(ENROLLED, List.of(new InWork(job)), List.of(claimed));

        assertThat(refusal(work.lose(job.id(), START.plusDays(90), gaps(0), TODAY)))
                .contains(Refusal.WEEKS_CLAIMED_BEYOND);
        assertThat(refusal(work.lose(job.id(), START.plusDays(91), gaps(0), TODAY)))
                .isEmpty();
    }

    /** Counted a day at a time, what a claim rests on is never less than its weeks. */
    @Property
    void neverClaimsWeeksWithoutTheDaysToShow(
            @ForAll("careers") List<JobState> jobs,
            @ForAll Milestone milestone,
            @ForAll @IntRange(max = 500) int after,
            @ForAll @IntRange(max = 40) int gapDays) {
        Job named = jobs.getLast().job();
        LocalDate reachedOn = START.plusDays(after);

        Decision<Sustained> decision = claim(work(jobs.toArray(JobState[]::new)), named, milestone, reachedOn, gapDays);

        long worked = IntStream.range(0, after)
                .mapToObj(START::plusDays)
                .filter(day -> jobs.stream().anyMatch(state -> isAtWork(state, day)))
                .count();
        if (decision instanceof Decision.Taken<Sustained>) {
            assertThat(worked).isGreaterThanOrEqualTo(milestone.days());
        } else if (after <= milestone.days()) {
            assertThat(refusal(decision)).contains(Refusal.WEEKS_NOT_REACHED);
        }
    }

    /** Whatever is claimed and in whatever order, no two claims of a milestone rest on the same days. */
    @Property
    void neverClaimsTheSameDaysTwice(
            @ForAll("careers") List<JobState> jobs, @ForAll("attempts") List<Attempt> attempts) {
        List<Sustained> claims = new ArrayList<>();
        for (Attempt attempt : attempts) {
            Job named = jobs.get(attempt.job() % jobs.size()).job();
            Work work = new Work(ENROLLED, jobs, claims);
            if (work.sustain(
                            UUID.randomUUID(),
                            named.id(),
                            attempt.milestone(),
                            START.plusDays(attempt.after()),
                            gaps(14),
                            TODAY)
                    instanceof Decision.Taken<Sustained> taken) {
                claims.add(taken.state());
            }
        }

        for (Milestone milestone : Milestone.values()) {
            Set<UUID> seen = new HashSet<>();
            claims.stream()
                    .filter(claim -> claim.milestone() == milestone)
                    .flatMap(claim -> Spell.upTo(claim.reachedOn(), claim.job().id(), jobs, 14).jobs().stream())
                    .forEach(job -> assertThat(seen.add(job)).isTrue());
        }
    }

    record Attempt(int job, Milestone milestone, int after) {}

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.of(Milestone.class),
                        Arbitraries.integers().between(80, 600))
                .as(Attempt::new)
                .list()
                .ofMaxSize(12);
    }

    /** Up to five jobs, one after the other or over each other, some lost. */
    @Provide
    Arbitrary<List<JobState>> careers() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 250),
                        Arbitraries.integers().between(1, 250),
                        Arbitraries.of(true, false))
                .as((from, length, isLost) -> {
                    Job job = job(START.plusDays(from));
                    return isLost ? lost(job, START.plusDays(from + length)) : (JobState) new InWork(job);
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static boolean isAtWork(JobState state, LocalDate day) {
        boolean started = !day.isBefore(state.job().startedOn());
        return switch (state) {
            case InWork inWork -> started;
            case Lost lost -> started && day.isBefore(lost.on());
        };
    }

    private static Job selfEmployment(Evidence.Kind evidence, long annualPayPence) {
        return job(JobKind.SELF_EMPLOYMENT, evidence, START, annualPayPence);
    }

    private static Lost lost(Job job, LocalDate on) {
        return taken(new InWork(job).lose(on, TODAY));
    }

    private static Decision<Sustained> claim(Work work, Job job, Milestone milestone, LocalDate reachedOn) {
        return claim(work, job, milestone, reachedOn, 14);
    }

    private static Decision<Sustained> claim(
            Work work, Job job, Milestone milestone, LocalDate reachedOn, int gapDays) {
        return work.sustain(UUID.randomUUID(), job.id(), milestone, reachedOn, gaps(gapDays), TODAY);
    }
}

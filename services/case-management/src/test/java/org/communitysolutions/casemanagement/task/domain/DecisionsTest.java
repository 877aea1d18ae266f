package org.communitysolutions.casemanagement.task.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DecisionsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Queue UNIVERSAL = new Queue("universal", false);
    private static final Queue DEBT = new Queue("debt", false);
    private static final Queue SPECIALISTS = new Queue("domestic-abuse", true);

    private static final Worker ANN = new Worker(new UUID(0, 1), Set.of("universal"), false);
    private static final Worker BEN = new Worker(new UUID(0, 2), Set.of("universal"), false);
    private static final Worker DEE = new Worker(new UUID(0, 3), Set.of("debt"), false);
    private static final Worker LEE = new Worker(new UUID(0, 4), Set.of("targeted"), true);
    private static final Worker SAM = new Worker(new UUID(0, 5), Set.of("domestic-abuse"), false);

    /** A request about a task, whoever makes it. */
    interface Request extends Function<Task, Decision> {}

    @Property
    void aTaskThatEndedNeverChangesAgain(@ForAll("starts") Task start, @ForAll("requests") List<Request> requests) {
        Optional<Task> ended = Optional.empty();

        for (Task state : history(start, requests)) {
            if (ended.isPresent()) {
                assertThat(state).isEqualTo(ended.get());
            } else if (state instanceof Completed || state instanceof Withdrawn) {
                ended = Optional.of(state);
            }
        }
    }

    @Property
    void aTaskIsCompletedOnlyByTheWorkerWhoClaimedIt(
            @ForAll("starts") Task start, @ForAll("requests") List<Request> requests) {
        Task before = start;
        for (Task after : history(start, requests)) {
            if (after instanceof Completed completed && !(before instanceof Completed)) {
                assertThat(before).isInstanceOfSatisfying(Claimed.class, claimed -> assertThat(claimed.worker())
                        .isEqualTo(completed.worker()));
            }
            before = after;
        }
    }

    @Property
    void aTaskNeverCrossesTheBoundaryOfTheRestrictedQueue(
            @ForAll("starts") Task start, @ForAll("requests") List<Request> requests) {
        assertThat(history(start, requests))
                .allMatch(state -> state.particulars().queue().restricted()
                        == start.particulars().queue().restricted());
    }

    @Property
    void nothingButTheQueueOfWhatATaskIsAboutEverChanges(
            @ForAll("starts") Task start, @ForAll("requests") List<Request> requests) {
        assertThat(history(start, requests))
                .allMatch(state ->
                        state.particulars().in(start.particulars().queue()).equals(start.particulars()));
    }

    @Property
    void everyChangeIsToldAndNothingElseIs(@ForAll("starts") Task start, @ForAll("request") Request request) {
        switch (request.apply(start)) {
            case Decision.Changed changed -> {
                assertThat(changed.task()).isNotEqualTo(start);
                assertThat(eventThatLeadsTo(changed.task()))
                        .isEqualTo(changed.event().getClass());
                assertThat(changed.event().particulars())
                        .isEqualTo(changed.task().particulars());
            }
            case Decision.Unchanged unchanged -> assertThat(unchanged.task()).isEqualTo(start);
            case Decision.Refused refused -> assertThat(refused.why()).isNotNull();
        }
    }

    @Property
    void askingTwiceIsAskingOnce(@ForAll("starts") Task start, @ForAll("repeatable") Request request) {
        if (request.apply(start) instanceof Decision.Changed changed) {
            assertThat(request.apply(changed.task())).isEqualTo(new Decision.Unchanged(changed.task()));
        }
    }

    @Property
    void aWithdrawalAlwaysEndsWhatIsNotDone(@ForAll("starts") Task start, @ForAll("requests") List<Request> requests) {
        Task last = history(start, requests).getLast();

        Decision decision = Decisions.withdraw(last, "condition-ended", NOW);

        if (last instanceof Open || last instanceof Claimed) {
            assertThat(decision).isInstanceOfSatisfying(Decision.Changed.class, changed -> assertThat(changed.task())
                    .isEqualTo(new Withdrawn(last.particulars(), "condition-ended", NOW)));
        } else {
            assertThat(decision).isEqualTo(new Decision.Unchanged(last));
        }
    }

    @Example
    void ofTwoWorkersTheSecondIsRefused() {
        Task claimed = changed(Decisions.claim(open(UNIVERSAL), ANN, NOW));

        assertThat(Decisions.claim(claimed, BEN, NOW)).isEqualTo(new Decision.Refused(Refusal.ALREADY_CLAIMED));
        assertThat(Decisions.complete(claimed, BEN, Outcome.HELPED, Optional.empty(), NOW))
                .isEqualTo(new Decision.Refused(Refusal.ALREADY_CLAIMED));
    }

    @Example
    void aManagerActsInEveryQueueButTheRestrictedOne() {
        assertThat(Decisions.claim(open(DEBT), LEE, NOW)).isInstanceOf(Decision.Changed.class);
        assertThat(Decisions.claim(open(SPECIALISTS), LEE, NOW)).isEqualTo(new Decision.Refused(Refusal.NOT_IN_TEAM));
    }

    @Example
    void aClaimedTaskGoesBackIntoItsQueueByItsWorkerOrAManagerOnly() {
        Task claimed = changed(Decisions.claim(open(UNIVERSAL), ANN, NOW));

        assertThat(Decisions.handOver(claimed, BEN, UNIVERSAL, "on leave"))
                .isEqualTo(new Decision.Refused(Refusal.ALREADY_CLAIMED));
        assertThat(changed(Decisions.handOver(claimed, ANN, UNIVERSAL, "on leave")))
                .isEqualTo(open(UNIVERSAL));
        assertThat(changed(Decisions.handOver(claimed, LEE, UNIVERSAL, "off sick")))
                .isEqualTo(open(UNIVERSAL));
    }

    @Example
    void aTaskIsNotHandedToTheQueueWhereItWaits() {
        assertThat(Decisions.handOver(open(DEBT), DEE, DEBT, "again"))
                .isEqualTo(new Decision.Refused(Refusal.SAME_QUEUE));
    }

    @Example
    void onlyATaskThatWasContestedGoesBackIntoItsQueueWhenRiskAsksAnew() {
        Particulars told = particulars(UNIVERSAL);

        assertThat(Decisions.askAgain(new Withdrawn(told, "challenged", NOW)))
                .isEqualTo(new Decision.Changed(new Open(told), new TaskEvent.Created(told)));
        Task corrected = new Withdrawn(told, "corrected", NOW);
        assertThat(Decisions.askAgain(corrected)).isEqualTo(new Decision.Unchanged(corrected));
        assertThat(Decisions.askAgain(open(UNIVERSAL))).isInstanceOf(Decision.Unchanged.class);
    }

    @Provide
    Arbitrary<Task> starts() {
        Arbitrary<Queue> queues = Arbitraries.of(UNIVERSAL, DEBT, SPECIALISTS);
        Arbitrary<UUID> workers = Arbitraries.of(ANN, BEN, DEE, LEE, SAM).map(Worker::id);
        Arbitrary<Particulars> particulars = queues.map(DecisionsTest::particulars);
        return Arbitraries.oneOf(
                particulars.map(Open::new),
                Combinators.combine(particulars, workers).as((told, worker) -> new Claimed(told, worker, NOW)),
                Combinators.combine(particulars, workers, Arbitraries.of(Outcome.values()))
                        .as((told, worker, outcome) ->
                                new Completed(told, worker, NOW, outcome, Optional.empty(), NOW)),
                particulars.map(told -> new Withdrawn(told, "corrected", NOW)));
    }

    @Provide
    Arbitrary<List<Request>> requests() {
        return request().list().ofMinSize(1).ofMaxSize(12);
    }

    @Provide
    Arbitrary<Request> request() {
        Arbitrary<Request> handOvers = Combinators.combine(workers(), Arbitraries.of(UNIVERSAL, DEBT, SPECIALISTS))
                .as((worker, to) -> task -> Decisions.handOver(task, worker, to, "theirs"));
        return Arbitraries.oneOf(repeatable(), handOvers);
    }

    /** Requests that a client may send again without knowing whether the first arrived. */
    @Provide
    Arbitrary<Request> repeatable() {
        return Arbitraries.oneOf(
                workers().map(worker -> task -> Decisions.claim(task, worker, NOW)),
                Combinators.combine(workers(), Arbitraries.of(Outcome.values()))
                        .as((worker, outcome) ->
                                task -> Decisions.complete(task, worker, outcome, Optional.of("called"), NOW)),
                Arbitraries.of("condition-ended", "rule-retired")
                        .map(why -> task -> Decisions.withdraw(task, why, NOW)));
    }

    private static Arbitrary<Worker> workers() {
        return Arbitraries.of(ANN, BEN, DEE, LEE, SAM);
    }

    /** The states that the task goes through, one for each request. */
    private static List<Task> history(Task start, List<Request> requests) {
        List<Task> states = new ArrayList<>();
        Task current = start;
        for (Request request : requests) {
            if (request.apply(current) instanceof Decision.Changed changed) {
                current = changed.task();
            }
            states.add(current);
        }
        return states;
    }

    private static Class<? extends TaskEvent> eventThatLeadsTo(Task task) {
        return switch (task) {
            case Open open -> TaskEvent.HandedOver.class;
            case Claimed claimed -> TaskEvent.TakenUp.class;
            case Completed completed -> TaskEvent.Done.class;
            case Withdrawn withdrawn -> TaskEvent.TakenBack.class;
        };
    }

    private static Task changed(Decision decision) {
        return ((Decision.Changed) decision).task();
    }

    private static Open open(Queue queue) {
        return new Open(particulars(queue));
    }

    private static Particulars particulars(Queue queue) {
        return new Particulars(
                new UUID(1, 1),
                new UUID(1, 2),
                Optional.empty(),
                "call-household",
                queue,
                Priority.HIGH,
                LocalDate.of(2026, 12, 4),
                Optional.empty());
    }
}

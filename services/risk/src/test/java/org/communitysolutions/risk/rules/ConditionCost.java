package org.communitysolutions.risk.rules;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.Program;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.communitysolutions.risk.rules.loading.Files;

/**
 * Measures what it costs to look at the rules of the live edition, as they are and as compiled programs of the Common
 * Expression Language over the same household's facts. Prints {@code name=value}.
 *
 * <p>The programs are given every advantage: the facts lie ready in maps, and what the language cannot ask of a history
 * (windows, sequences, absences, open work) is handed to them as the answer. A look counts once it is known that the event
 * can make the rule hold. The answers of both are held against each other.
 *
 * <p>The language's library needs protobuf 4.35.1, which is newer than the platform's: put it first on the class path.
 */
public final class ConditionCost {

    private static final int HOUSEHOLDS = 300;
    private static final int REPEATS = 40;
    private static final ThreadMXBean TIME = ManagementFactory.getThreadMXBean();

    private final Plan plan;
    private final List<Program> programs = new ArrayList<>();
    private final List<Condition> answered = new ArrayList<>();
    private long events;
    private long looks;
    private long ours;
    private long programmed;
    private long facts;
    private long held;

    private ConditionCost(Rulebook book) throws CelValidationException, CelEvaluationException {
        plan = book.plan(Clearance.STANDARD);
        CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .addVar("since", MapType.create(SimpleType.STRING, SimpleType.INT))
                .addVar("news", MapType.create(SimpleType.STRING, SimpleType.INT))
                .addVar("level", MapType.create(SimpleType.STRING, SimpleType.INT))
                .addVar("trend", MapType.create(SimpleType.STRING, SimpleType.STRING))
                .addVar("known", MapType.create(SimpleType.STRING, SimpleType.BOOL))
                .build();
        CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
        for (Rule rule : plan.rules()) {
            List<String> parts = new ArrayList<>();
            rule.when().forEach(named -> parts.add(written(named.condition())));
            rule.unless().forEach(condition -> parts.add("!" + written(condition)));
            programs.add(runtime.createProgram(
                    compiler.compile(String.join(" && ", parts)).getAst()));
        }
    }

    public static void main(String[] args) throws CelValidationException, CelEvaluationException {
        Rulebook book = Files.evaluator().book();
        for (int round = 1; round <= 3; round++) {
            ConditionCost cost = new ConditionCost(book);
            for (int seed = 0; seed < HOUSEHOLDS; seed++) {
                cost.measure(new Histories(new Random(seed), 730).some(27, book.relevantTypes()), book);
            }
            cost.print(round);
        }
    }

    private void print(int round) {
        System.out.printf(
                "round=%d%nrules=%d%nlooks_per_event=%.2f%n", round, programs.size(), looks / (double) events);
        System.out.printf("looks_that_hold=%.3f%n", held / (double) looks);
        double times = REPEATS;
        System.out.printf(
                "ours_ns_per_look=%.0f%ncel_ns_per_look=%.0f%n", ours / times / looks, programmed / times / looks);
        System.out.printf(
                "ours_ns_per_event=%.0f%ncel_ns_per_event=%.0f%n", ours / times / events, programmed / times / events);
        System.out.printf("cel_facts_ns_per_event=%.0f%n", facts / times / events);
        System.out.printf("ratio=%.1f%n", programmed / (double) ours);
    }

    /** The condition in the language; what that cannot ask is a fact of its own. */
    private String written(Condition condition) {
        return switch (condition) {
            case FactorHolds asked -> {
                StringBuilder text = new StringBuilder(
                        "(\"%s\" in since".formatted(asked.factor().code()));
                asked.trend().ifPresent(trend -> text.append(compared("trend", asked, "== \"" + trend + "\"")));
                asked.atLeast().ifPresent(level -> text.append(compared("level", asked, ">= " + level)));
                asked.newsWithinDays().ifPresent(days -> text.append(compared("news", asked, "<= " + days * 86_400L)));
                asked.sinceDays().ifPresent(days -> text.append(compared("since", asked, ">= " + days * 86_400L)));
                yield text.append(")").toString();
            }
            case AnyOf any -> joined(any.parts(), " || ");
            case AllOf all -> joined(all.parts(), " && ");
            case Not not -> "!" + written(not.of());
            default -> {
                answered.add(condition);
                yield "known[\"%d\"]".formatted(answered.size() - 1);
            }
        };
    }

    private static String compared(String what, FactorHolds asked, String with) {
        return " && %s[\"%s\"] %s".formatted(what, asked.factor().code(), with);
    }

    private String joined(List<Condition> parts, String by) {
        return "(" + String.join(by, parts.stream().map(this::written).toList()) + ")";
    }

    private void measure(List<PastEvent> history, Rulebook book) throws CelEvaluationException {
        history.sort(null);
        Moment moment = new Moment(plan, book.zone());
        Timers timers = new Timers();
        for (PastEvent event : history) {
            Bearing bearing = plan.bearing(event);
            if (bearing != null) {
                moment.happens(event, bearing, timers);
                look(moment, event, bearing);
            }
        }
    }

    private void look(Moment moment, PastEvent event, Bearing bearing) throws CelEvaluationException {
        List<Integer> asking = new ArrayList<>();
        for (Bearing.Look look : bearing.looks) {
            if (look.asks(event)) {
                asking.add(look.rule);
            }
        }
        events++;
        looks += asking.size();
        if (asking.isEmpty()) {
            return;
        }
        Map<String, Object> known = known(moment);
        long start = TIME.getCurrentThreadCpuTime();
        int heldByOurs = 0;
        for (int i = 0; i < REPEATS; i++) {
            for (int rule : asking) {
                Rule of = plan.rules().get(rule);
                heldByOurs += of.holds(moment) && !of.isHeldOff(moment) ? 1 : 0;
            }
        }
        long afterOurs = TIME.getCurrentThreadCpuTime();
        int heldByPrograms = 0;
        for (int i = 0; i < REPEATS; i++) {
            for (int rule : asking) {
                heldByPrograms += (Boolean) programs.get(rule).eval(known) ? 1 : 0;
            }
        }
        long afterPrograms = TIME.getCurrentThreadCpuTime();
        for (int i = 0; i < REPEATS; i++) {
            factorFacts(moment);
        }
        facts += TIME.getCurrentThreadCpuTime() - afterPrograms;
        ours += afterOurs - start;
        programmed += afterPrograms - afterOurs;
        held += heldByOurs / REPEATS;
        if (heldByOurs != heldByPrograms) {
            throw new IllegalStateException("The programs answer otherwise on " + event);
        }
    }

    private Map<String, Object> known(Moment moment) {
        Map<String, Object> all = factorFacts(moment);
        Map<String, Boolean> answers = new HashMap<>();
        for (int i = 0; i < answered.size(); i++) {
            answers.put(Integer.toString(i), answered.get(i).holds(moment));
        }
        all.put("known", answers);
        return all;
    }

    private static Map<String, Object> factorFacts(Moment moment) {
        Map<String, Long> since = new HashMap<>();
        Map<String, Long> news = new HashMap<>();
        Map<String, Long> level = new HashMap<>();
        Map<String, String> trend = new HashMap<>();
        List<FactorThread> held = moment.known().stream()
                .filter(thread -> thread.isHeld(moment.now()) && moment.silenced(thread) == null)
                .toList();
        for (FactorThread thread : held) {
            String code = thread.factor().code();
            since.put(
                    code,
                    Duration.between(thread.began().occurredAt(), moment.now()).toSeconds());
            news.put(
                    code,
                    Duration.between(thread.latest().occurredAt(), moment.now()).toSeconds());
            level.put(code, thread.level());
            trend.put(code, thread.trend().name());
        }
        return new HashMap<>(Map.of("since", since, "news", news, "level", level, "trend", trend));
    }
}

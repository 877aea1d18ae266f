package org.communitysolutions.risk.oneview.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.communitysolutions.risk.challenges.StandingChallenges;
import org.communitysolutions.risk.journal.EventData;
import org.communitysolutions.risk.journal.JournalEntry;
import org.communitysolutions.risk.oneview.OneView;
import org.communitysolutions.risk.oneview.TaskProgress;
import org.communitysolutions.risk.rules.Band;
import org.communitysolutions.risk.rules.Factor;
import org.communitysolutions.risk.rules.HeldFactor;
import org.communitysolutions.risk.rules.HouseholdFacts;
import org.communitysolutions.risk.rules.HouseholdState;
import org.communitysolutions.risk.rules.OpenWork;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.ScorePart;
import org.communitysolutions.risk.rules.Trend;
import org.communitysolutions.risk.tasks.StoredTask;

/** Puts a view into the form that the front line reads. */
@ApplicationScoped
class OneViewWording {

    private static final int TIMELINE = 50;

    private final EventData data;

    OneViewWording(EventData data) {
        this.data = data;
    }

    OneViewAnswer answer(OneView view) {
        Map<UUID, JournalEntry> events =
                view.events().stream().collect(Collectors.toMap(JournalEntry::id, Function.identity()));
        Map<String, String> names =
                view.book().factors().stream().collect(Collectors.toMap(Factor::code, Factor::name));
        return new OneViewAnswer(
                household(view),
                view.state().map(HouseholdState::asOf),
                score(view, names),
                factors(view, events),
                view.work().stream().map(OneViewWording::work).toList(),
                view.tasks().stream()
                        .map(task -> task(task, view.progress().get(task.id())))
                        .toList(),
                view.challenges().stream().map(OneViewWording::challenge).toList(),
                timeline(view.household(), view.events()));
    }

    OneViewAnswer.TimelineEvent event(UUID household, JournalEntry entry) {
        return new OneViewAnswer.TimelineEvent(
                entry.id(),
                entry.type(),
                data.title(entry.type()),
                entry.occurredAt(),
                entry.household().filter(told -> !told.equals(household)),
                entry.data());
    }

    private List<OneViewAnswer.TimelineEvent> timeline(UUID household, List<JournalEntry> events) {
        List<JournalEntry> latest =
                new ArrayList<>(events.subList(Math.max(0, events.size() - TIMELINE), events.size()));
        Collections.reverse(latest);
        return latest.stream().map(event -> event(household, event)).toList();
    }

    private static OneViewAnswer.Household household(OneView view) {
        HouseholdFacts facts = view.state().map(HouseholdState::facts).orElse(HouseholdFacts.UNKNOWN);
        return new OneViewAnswer.Household(
                view.household(), facts.tenure(), facts.ward(), optional(facts.adults()), optional(facts.children()));
    }

    private static List<OneViewAnswer.HeldFactorView> factors(OneView view, Map<UUID, JournalEntry> events) {
        List<OneViewAnswer.HeldFactorView> factors = new ArrayList<>();
        view.state().ifPresent(state -> {
            state.factors().forEach(held -> factors.add(factor(held, false, events)));
            state.contested().forEach(held -> factors.add(factor(held, true, events)));
        });
        return factors;
    }

    private static OneViewAnswer.Score score(OneView view, Map<String, String> names) {
        boolean contested = view.state().map(HouseholdState::scoreContested).orElse(false);
        int score = view.state().map(HouseholdState::score).orElse(0);
        Band band = view.state()
                .map(HouseholdState::band)
                .orElse(view.book().bands().getFirst().band());
        return new OneViewAnswer.Score(
                contested,
                unless(contested, score),
                unless(contested, band),
                unless(contested, trend(view.before().score(), score)),
                view.before().asOf(),
                unless(contested, view.before().score()),
                contested && !view.decides() ? List.of() : parts(view, names),
                view.book().factorsEdition().version(),
                view.book().rulesEdition().version());
    }

    private static <T> Optional<T> unless(boolean contested, T value) {
        return contested ? Optional.empty() : Optional.of(value);
    }

    private static List<OneViewAnswer.Part> parts(OneView view, Map<String, String> names) {
        List<OneViewAnswer.Part> parts = new ArrayList<>();
        for (ScorePart part : view.state().map(HouseholdState::parts).orElse(List.of())) {
            parts.add(new OneViewAnswer.Part(
                    part.factor(), names.get(part.factor()), part.because(), part.points(), part.event()));
        }
        return parts;
    }

    private static Trend trend(int before, int now) {
        return now > before ? Trend.RISING : now < before ? Trend.FALLING : Trend.STEADY;
    }

    private static OneViewAnswer.WorkView work(OpenWork work) {
        PastEvent latest = work.latest();
        return new OneViewAnswer.WorkView(
                work.kind(),
                latest.type().substring(0, latest.type().indexOf('.')),
                work.id(),
                work.since(),
                new OneViewAnswer.Source(latest.id(), latest.type(), latest.occurredAt()));
    }

    private static OneViewAnswer.HeldFactorView factor(
            HeldFactor held, boolean contested, Map<UUID, JournalEntry> events) {
        return new OneViewAnswer.HeldFactorView(
                held.code(),
                held.factor().name(),
                held.factor().kind(),
                contested,
                held.since(),
                held.standsUntil(),
                optional(held.level()),
                held.trend(),
                source(events.get(held.began())),
                source(events.get(held.latest())));
    }

    private static OneViewAnswer.Source source(JournalEntry event) {
        return new OneViewAnswer.Source(event.id(), event.type(), event.occurredAt());
    }

    private static OneViewAnswer.TaskView task(StoredTask task, TaskProgress progress) {
        return new OneViewAnswer.TaskView(
                task.id(),
                task.rule(),
                task.ruleVersion(),
                task.kind(),
                progress.team().orElse(task.team()),
                task.priority(),
                task.dueOn(),
                task.raisedAt(),
                task.sentence(),
                task.reasons(),
                progress.stage(),
                progress.outcome(),
                task.withdrawn());
    }

    private static OneViewAnswer.ChallengeView challenge(StandingChallenges.Standing standing) {
        return new OneViewAnswer.ChallengeView(
                standing.id(),
                standing.of(),
                standing.task(),
                standing.factor(),
                standing.receivedOn(),
                standing.dueOn(),
                standing.state(),
                standing.decidedAt());
    }

    private static Optional<Long> optional(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
}

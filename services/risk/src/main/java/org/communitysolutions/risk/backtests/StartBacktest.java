package org.communitysolutions.risk.backtests;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.communitysolutions.risk.backtests.BacktestRefused.Complaint;
import org.communitysolutions.risk.backtests.persistence.BacktestRows;
import org.communitysolutions.risk.editions.EditionUnusable;
import org.communitysolutions.risk.editions.Editions;
import org.communitysolutions.risk.rules.Outcome;
import org.communitysolutions.risk.rules.Outcomes;
import org.communitysolutions.risk.rules.TeamCapacity;
import org.communitysolutions.risk.rules.Vocabulary;
import org.communitysolutions.risk.stream.BoroughTime;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes on a backtest, which an instance of the service runs as soon as it has time. */
@ApplicationScoped
public class StartBacktest {

    private final Transactions transactions;
    private final BacktestRows rows;
    private final BoroughTime time;
    private final Editions editions;
    private final Vocabulary vocabulary;
    private final Outcomes outcomes;
    private final TeamCapacity capacity;
    private final CouncilCalendar calendar;
    private final Backtesting settings;

    StartBacktest(
            Transactions transactions,
            BacktestRows rows,
            BoroughTime time,
            Editions editions,
            Vocabulary vocabulary,
            Outcomes outcomes,
            TeamCapacity capacity,
            CouncilCalendar calendar,
            Backtesting settings) {
        this.transactions = transactions;
        this.rows = rows;
        this.time = time;
        this.editions = editions;
        this.vocabulary = vocabulary;
        this.outcomes = outcomes;
        this.capacity = capacity;
        this.calendar = calendar;
        this.settings = settings;
    }

    /**
     * What somebody wants tried.
     *
     * @param edition the version of the candidate rules
     * @param capacity tasks a week of teams for which the configured figure is not to count
     * @param outcomes codes of the outcomes that count; all if there are none
     */
    public record Wish(
            String edition, LocalDate from, LocalDate to, Map<String, Integer> capacity, List<String> outcomes) {}

    /** What is kept of the request under its idempotency key. */
    private record Begun(UUID id) {}

    /**
     * The backtest as it stands once it was taken on; under an idempotency key that was used before, that of then.
     *
     * @throws BacktestRefused (through the Uni) if it names what there is not, or no past period
     */
    public Uni<Backtest> handle(Caller caller, Wish wish) {
        return editions.find(wish.edition())
                .map(Optional::isPresent)
                .onFailure(EditionUnusable.class)
                .recoverWithItem(false)
                .invoke(usable -> refuse(complaints(wish, usable)))
                .chain(() -> transactions.once(caller, wish, Begun.class, session -> begin(session, caller, wish)))
                .chain(begun -> transactions.run(caller, session -> rows.find(session, begun.id())))
                .map(found -> found.orElseThrow(() -> new IllegalStateException("A backtest is gone")));
    }

    private Uni<Begun> begin(Mutiny.Session session, Caller caller, Wish wish) {
        UUID id = Uuid7.next();
        return time.now(session)
                .chain(now -> rows.add(
                        session, id, caller, BacktestAccess.seesRestricted(caller), order(wish, caller, now.horizon())))
                .replaceWith(new Begun(id));
    }

    private BacktestOrder order(Wish wish, Caller caller, Instant now) {
        Period period = new Period(wish.from(), wish.to());
        Map<String, Integer> tasksAWeek = new TreeMap<>(capacity.tasksAWeek());
        tasksAWeek.putAll(wish.capacity());
        if (!BacktestAccess.seesRestricted(caller)) {
            tasksAWeek.keySet().removeAll(vocabulary.restrictedTeams());
        }
        List<String> counted = outcomes.all().stream()
                .map(Outcome::code)
                .filter(code -> wish.outcomes().isEmpty() || wish.outcomes().contains(code))
                .toList();
        return new BacktestOrder(
                wish.edition(),
                editions.live().book().rulesEdition().version(),
                period,
                now.isBefore(period.end()) ? now : period.end(),
                tasksAWeek,
                counted,
                outcomes.edition().version());
    }

    private static void refuse(List<Complaint> complaints) {
        if (!complaints.isEmpty()) {
            throw new BacktestRefused(complaints);
        }
    }

    private List<Complaint> complaints(Wish wish, boolean usable) {
        List<Complaint> complaints = new ArrayList<>();
        if (!usable) {
            complaints.add(
                    new Complaint("/edition", "the version of an edition that is loaded and can be evaluated by"));
        }
        if (wish.to().isAfter(calendar.today())) {
            complaints.add(new Complaint("/to", "a day up to today: the first that is no longer part of the period"));
        }
        if (!wish.from().isBefore(wish.to())) {
            complaints.add(new Complaint("/from", "a day before 'to'"));
        } else if (wish.from().plusDays(settings.longestDays()).isBefore(wish.to())) {
            complaints.add(
                    new Complaint("/from", "a day at most %d days before 'to'".formatted(settings.longestDays())));
        }
        wish.capacity().keySet().stream()
                .filter(team -> !vocabulary.teams().contains(team))
                .sorted()
                .forEach(team -> complaints.add(
                        new Complaint("/capacity/" + escaped(team), "a team: " + sorted(vocabulary.teams()))));
        Set<String> codes = new HashSet<>();
        outcomes.all().forEach(outcome -> codes.add(outcome.code()));
        for (int i = 0; i < wish.outcomes().size(); i++) {
            if (!codes.contains(wish.outcomes().get(i))) {
                complaints.add(new Complaint("/outcomes/" + i, "one of " + sorted(codes)));
            }
        }
        return complaints;
    }

    /** As RFC 6901 wants it in a pointer. */
    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static String sorted(Set<String> codes) {
        return String.join(", ", codes.stream().sorted().toList());
    }
}

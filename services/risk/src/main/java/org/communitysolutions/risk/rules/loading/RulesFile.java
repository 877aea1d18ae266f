package org.communitysolutions.risk.rules.loading;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.communitysolutions.risk.rules.Absence;
import org.communitysolutions.risk.rules.AllOf;
import org.communitysolutions.risk.rules.AnyOf;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.Condition;
import org.communitysolutions.risk.rules.Episode;
import org.communitysolutions.risk.rules.EventPattern;
import org.communitysolutions.risk.rules.EventTally;
import org.communitysolutions.risk.rules.FactorHolds;
import org.communitysolutions.risk.rules.FieldType;
import org.communitysolutions.risk.rules.HouseholdIs;
import org.communitysolutions.risk.rules.LatestEvent;
import org.communitysolutions.risk.rules.Not;
import org.communitysolutions.risk.rules.Priority;
import org.communitysolutions.risk.rules.Rule;
import org.communitysolutions.risk.rules.Rulebook;
import org.communitysolutions.risk.rules.Sentence;
import org.communitysolutions.risk.rules.Vocabulary;
import org.communitysolutions.risk.rules.WorkIsOpen;

/** Reads the rules and holds them against the factors and the vocabulary. */
final class RulesFile {

    private static final int LONGEST_DUE = 260;
    private static final int LONGEST_EPISODE = 3653;

    private final Vocabulary vocabulary;
    private final Patterns patterns;
    private final FactorsFile.Factors factors;

    RulesFile(Vocabulary vocabulary, Patterns patterns, FactorsFile.Factors factors) {
        this.vocabulary = vocabulary;
        this.patterns = patterns;
        this.factors = factors;
    }

    static Rulebook read(Entry file, Vocabulary vocabulary, Patterns patterns, FactorsFile.Factors factors) {
        RulesFile reader = new RulesFile(vocabulary, patterns, factors);
        file.fields("version", "effective-from", "source", "zone", "rules");
        Refusals refusals = new Refusals();
        List<Rule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Optional<Rulebook.Edition> edition = refusals.reading(() -> EditionHeader.read(file));
        Optional<ZoneId> zone = refusals.reading(() -> zone(file.at("zone")));
        for (Entry entry : file.at("rules").items()) {
            refusals.reading(() -> {
                        Rule rule = reader.rule(entry);
                        if (!ids.add(rule.id())) {
                            throw entry.at("id").refuse("an id that no other rule has");
                        }
                        return rule;
                    })
                    .ifPresent(rules::add);
        }
        refusals.raise();
        return new Rulebook(
                factors.edition(),
                edition.orElseThrow(),
                zone.orElseThrow(),
                List.copyOf(factors.byCode().values()),
                factors.bands(),
                rules);
    }

    Rule rule(Entry entry) {
        entry.fields(
                "id",
                "version",
                "owner",
                "purpose",
                "lawful-basis",
                "sensitivity",
                "task-kind",
                "team",
                "due",
                "sooner",
                "episode",
                "reason",
                "when",
                "unless",
                "examples");
        Clearance clearance = entry.at("sensitivity").constant(Clearance.class);
        Conditions conditions = new Conditions(patterns, factors.byCode(), clearance);
        List<Rule.Named> when = when(entry.at("when"), conditions);
        return new Rule(
                entry.at("id").code(),
                entry.at("version").whole(1, 1_000_000),
                entry.at("owner").text(),
                entry.at("purpose").text(),
                entry.at("lawful-basis").text(),
                clearance,
                entry.at("task-kind").code(),
                team(entry.at("team"), clearance),
                due(entry.at("due"), "working-days", "calendar-days", "priority"),
                sooner(entry, conditions),
                episode(entry.at("episode"), when),
                reason(entry.at("reason"), when),
                when,
                entry.find("unless").map(conditions::read).orElse(List.of()));
    }

    private String team(Entry entry, Clearance rule) {
        String team = entry.oneOf(vocabulary.teams());
        if (vocabulary.restrictedTeams().contains(team) && !rule.isRestricted()) {
            throw entry.refuse("a team that takes standard tasks, as the rule is standard");
        }
        return team;
    }

    private static Rule.Due due(Entry entry, String... allowed) {
        entry.fields(allowed);
        boolean working = entry.find("working-days").isPresent();
        if (working == entry.find("calendar-days").isPresent()) {
            throw entry.refuse("either 'working-days' or 'calendar-days'");
        }
        return new Rule.Due(
                entry.at(working ? "working-days" : "calendar-days").whole(1, LONGEST_DUE),
                working,
                entry.at("priority").constant(Priority.class));
    }

    private static List<Rule.Sooner> sooner(Entry rule, Conditions conditions) {
        Optional<Entry> list = rule.find("sooner");
        List<Rule.Sooner> sooner = new ArrayList<>();
        if (list.isPresent()) {
            for (Entry entry : list.get().items()) {
                Rule.Due due = due(entry, "when", "working-days", "calendar-days", "priority");
                sooner.add(new Rule.Sooner(conditions.read(entry.at("when")), due));
            }
        }
        return List.copyOf(sooner);
    }

    private Episode episode(Entry entry, List<Rule.Named> when) {
        entry.fields("days", "each");
        if (entry.find("each").isEmpty()) {
            return new Episode.Days(entry.at("days").whole(1, LONGEST_EPISODE));
        }
        EventPattern event =
                switch (when.getFirst().condition()) {
                    case LatestEvent latest when when.size() == 1 -> latest.events();
                    case Absence absence when when.size() == 1 -> absence.since();
                    default ->
                        throw entry.at("each")
                                .refuse("'days', as only a rule with 'latest' or 'since' as its one condition has an"
                                        + " event for each task");
                };
        return new Episode.Each(patterns.fields(
                entry.at("each"), event, FieldType.TEXT, FieldType.NUMBER, FieldType.DATE, FieldType.FLAG));
    }

    private static List<Rule.Named> when(Entry list, Conditions conditions) {
        List<Rule.Named> named = new ArrayList<>();
        for (Entry entry : list.items()) {
            named.add(new Rule.Named(entry.find("as").map(Entry::code), conditions.condition(entry)));
        }
        if (named.isEmpty()) {
            throw list.refuse("at least one condition");
        }
        if (named.stream().noneMatch(condition -> givesReasons(condition.condition()))) {
            throw list.refuse("a condition on factors, events or work, so that a task has a reason");
        }
        return List.copyOf(named);
    }

    private static boolean givesReasons(Condition condition) {
        return switch (condition) {
            case HouseholdIs household -> false;
            case Not not -> false;
            case AnyOf any -> any.parts().stream().allMatch(RulesFile::givesReasons);
            case AllOf all -> all.parts().stream().anyMatch(RulesFile::givesReasons);
            case FactorHolds factor -> true;
            case EventTally tally -> true;
            case LatestEvent latest -> true;
            case WorkIsOpen open -> true;
            case Absence absence -> true;
        };
    }

    private static Sentence reason(Entry entry, List<Rule.Named> when) {
        Set<String> names =
                when.stream().flatMap(named -> named.name().stream()).collect(Collectors.toSet());
        for (String gap : new Sentence(entry.text()).gaps()) {
            if (!names.contains(gap)) {
                throw entry.refuse("gaps only for conditions that are named with 'as': "
                        + String.join(", ", names.stream().sorted().toList()));
            }
        }
        return new Sentence(entry.text());
    }

    private static ZoneId zone(Entry entry) {
        try {
            return ZoneId.of(entry.text());
        } catch (DateTimeException e) {
            throw entry.refuse("a time zone such as Europe/London");
        }
    }
}

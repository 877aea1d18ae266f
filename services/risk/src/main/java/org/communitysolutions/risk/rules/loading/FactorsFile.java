package org.communitysolutions.risk.rules.loading;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.communitysolutions.risk.rules.Band;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.EventPattern;
import org.communitysolutions.risk.rules.Factor;
import org.communitysolutions.risk.rules.FieldType;
import org.communitysolutions.risk.rules.Rulebook;
import org.communitysolutions.risk.rules.Signal;
import org.communitysolutions.risk.rules.Trend;

/** Reads the declarations of factors and the bands of the score. */
final class FactorsFile {

    /** What the file says, factors by their code. */
    record Factors(Rulebook.Edition edition, Map<String, Factor> byCode, List<Rulebook.BandFrom> bands) {}

    private static final int MOST_POINTS = 1000;
    private static final int LONGEST_DAYS = 3653;

    private final Patterns patterns;

    private FactorsFile(Patterns patterns) {
        this.patterns = patterns;
    }

    static Factors read(Entry file, Patterns patterns) {
        FactorsFile reader = new FactorsFile(patterns);
        file.fields("version", "effective-from", "source", "bands", "factors");
        Refusals refusals = new Refusals();
        Map<String, Factor> factors = new LinkedHashMap<>();
        Optional<Rulebook.Edition> edition = refusals.reading(() -> EditionHeader.read(file));
        Optional<List<Rulebook.BandFrom>> bands = refusals.reading(() -> bands(file.at("bands")));
        for (Entry entry : file.at("factors").items()) {
            refusals.reading(() -> {
                Factor factor = reader.factor(entry);
                if (factors.put(factor.code(), factor) != null) {
                    throw entry.at("code").refuse("a code that no other factor has");
                }
                return factor;
            });
        }
        refusals.raise();
        return new Factors(edition.orElseThrow(), factors, bands.orElseThrow());
    }

    private Factor factor(Entry entry) {
        entry.fields("code", "name", "kind", "sensitivity", "stands-for-days", "begins", "ends", "points");
        Factor.Kind kind = entry.at("kind").constant(Factor.Kind.class);
        Clearance clearance = entry.at("sensitivity").constant(Clearance.class);
        List<Signal> begins = signals(entry.at("begins"), clearance);
        if (begins.isEmpty()) {
            throw entry.at("begins").refuse("at least one event");
        }
        return new Factor(
                entry.at("code").code(),
                entry.at("name").text(),
                kind,
                clearance,
                entry.find("stands-for-days")
                        .map(days -> OptionalInt.of(days.whole(1, LONGEST_DAYS)))
                        .orElse(OptionalInt.empty()),
                begins,
                entry.find("ends").map(ends -> signals(ends, clearance)).orElse(List.of()),
                points(entry.at("points"), kind));
    }

    private List<Signal> signals(Entry list, Clearance factor) {
        List<Signal> signals = new ArrayList<>();
        for (Entry entry : list.items()) {
            entry.fields("event", "where", "each", "level", "previous", "trend");
            EventPattern on = patterns.read(entry, "event");
            if (on.kind().clearance().isRestricted() && !factor.isRestricted()) {
                throw entry.at("event").refuse("a standard event, as the factor is standard");
            }
            signals.add(new Signal(
                    on,
                    Keys.read(entry, on, patterns),
                    entry.find("level").map(field -> patterns.field(field, on, FieldType.NUMBER)),
                    entry.find("previous").map(field -> patterns.field(field, on, FieldType.NUMBER)),
                    entry.find("trend").map(trend -> trend.constant(Trend.class))));
        }
        return signals;
    }

    private static Factor.Points points(Entry entry, Factor.Kind kind) {
        entry.fields("present", "rising", "by-level");
        List<Factor.LevelPoints> steps = new ArrayList<>();
        if (entry.find("by-level").isPresent()) {
            for (Entry step : entry.at("by-level").items()) {
                step.fields("from", "points");
                long from = step.at("from").whole(1, Long.MAX_VALUE);
                if (!steps.isEmpty() && from <= steps.getLast().from()) {
                    throw step.at("from").refuse("levels in ascending order");
                }
                steps.add(new Factor.LevelPoints(from, count(step.at("points"), kind)));
            }
        }
        return new Factor.Points(
                count(entry.at("present"), kind),
                entry.find("rising").map(rising -> count(rising, kind)).orElse(0),
                List.copyOf(steps));
    }

    private static int count(Entry entry, Factor.Kind kind) {
        return kind == Factor.Kind.RISK ? entry.whole(0, MOST_POINTS) : entry.whole(-MOST_POINTS, 0);
    }

    private static List<Rulebook.BandFrom> bands(Entry list) {
        Iterator<Band> expected = List.of(Band.values()).iterator();
        List<Rulebook.BandFrom> bands = new ArrayList<>();
        for (Entry entry : list.items()) {
            entry.fields("band", "from");
            Band band = entry.at("band").constant(Band.class);
            int from = entry.at("from").whole(0, MOST_POINTS);
            boolean ascending =
                    bands.isEmpty() ? from == 0 : from > bands.getLast().from();
            if (!expected.hasNext() || band != expected.next() || !ascending) {
                throw entry.refuse("the bands low, guarded, elevated and high in this order, from 0 and ascending");
            }
            bands.add(new Rulebook.BandFrom(band, from));
        }
        if (expected.hasNext()) {
            throw list.refuse("the bands low, guarded, elevated and high");
        }
        return bands;
    }
}

package org.communitysolutions.risk.rules;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The factors and rules by which households are evaluated: one version of each file, checked against each other. */
public final class Rulebook {

    private final Edition factorsEdition;
    private final Edition rulesEdition;
    private final ZoneId zone;
    private final List<Factor> factors;
    private final List<BandFrom> bands;
    private final List<Rule> rules;
    private final Map<String, List<Factor>> movedBy = new HashMap<>();
    private final Set<String> relevant = new HashSet<>(HouseholdFacts.TOLD_BY);

    /**
     * Which edition of a file.
     *
     * @param version lower-case letters, digits, dots and hyphens
     * @param effectiveFrom the first day it is meant for
     * @param source where its numbers come from
     */
    public record Edition(String version, LocalDate effectiveFrom, String source) {}

    /** A band and the lowest score in it. */
    public record BandFrom(Band band, int from) {}

    /**
     * @param zone whose days are counted
     * @param bands ascending, the first from 0
     */
    public Rulebook(
            Edition factorsEdition,
            Edition rulesEdition,
            ZoneId zone,
            List<Factor> factors,
            List<BandFrom> bands,
            List<Rule> rules) {
        this.factorsEdition = factorsEdition;
        this.rulesEdition = rulesEdition;
        this.zone = zone;
        this.factors = List.copyOf(factors);
        this.bands = List.copyOf(bands);
        this.rules = List.copyOf(rules);
        for (Factor factor : factors) {
            Set<String> types = new HashSet<>();
            factor.begins().forEach(signal -> types.add(signal.on().type()));
            factor.ends().forEach(signal -> types.add(signal.on().type()));
            types.forEach(type ->
                    movedBy.computeIfAbsent(type, none -> new ArrayList<>()).add(factor));
        }
        relevant.addAll(movedBy.keySet());
        relevant.addAll(TaskWork.TOLD_BY);
    }

    public Edition factorsEdition() {
        return factorsEdition;
    }

    public Edition rulesEdition() {
        return rulesEdition;
    }

    public ZoneId zone() {
        return zone;
    }

    public List<Factor> factors() {
        return factors;
    }

    public List<BandFrom> bands() {
        return bands;
    }

    public List<Rule> rules() {
        return rules;
    }

    /** The types of event that can change what an evaluation says; all others can be left out of a history. */
    public Set<String> relevantTypes() {
        return Set.copyOf(relevant);
    }

    List<Factor> movedBy(PastEvent event) {
        return movedBy.getOrDefault(event.type(), List.of());
    }

    Band band(int score) {
        Band reached = bands.getFirst().band();
        for (BandFrom band : bands) {
            if (score >= band.from()) {
                reached = band.band();
            }
        }
        return reached;
    }
}

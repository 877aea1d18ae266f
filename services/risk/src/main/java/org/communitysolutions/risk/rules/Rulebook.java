package org.communitysolutions.risk.rules;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The factors and rules by which households are evaluated: one version of each file, checked against each other. */
public final class Rulebook {

    private final Edition factorsEdition;
    private final Edition rulesEdition;
    private final ZoneId zone;
    private final List<Factor> factors;
    private final List<BandFrom> bands;
    private final List<Rule> rules;
    private final Plan standard;
    private final Plan restricted;

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
        this.standard = PlanDraft.of(this.factors, this.rules, Clearance.STANDARD);
        this.restricted = PlanDraft.of(this.factors, this.rules, Clearance.RESTRICTED);
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
        Set<String> relevant = new HashSet<>(standard.bearings().keySet());
        relevant.addAll(restricted.bearings().keySet());
        return Set.copyOf(relevant);
    }

    Plan plan(Clearance clearance) {
        return clearance.isRestricted() ? restricted : standard;
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

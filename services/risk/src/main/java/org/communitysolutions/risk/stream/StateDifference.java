package org.communitysolutions.risk.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.EndedFactor;
import org.communitysolutions.risk.rules.HeldFactor;
import org.communitysolutions.risk.rules.HouseholdState;
import org.communitysolutions.risk.stream.events.HouseholdRiskChanged;
import org.communitysolutions.risk.stream.events.RiskFactorBegan;
import org.communitysolutions.risk.stream.events.RiskFactorEnded;
import org.communitysolutions.shared.messaging.Announcement;

/** Compares what a household's history amounts to with what was last announced of it. */
final class StateDifference {

    private final UUID household;
    private final String rulesVersion;

    StateDifference(UUID household, String rulesVersion) {
        this.household = household;
        this.rulesVersion = rulesVersion;
    }

    /**
     * What is to be announced. The restricted evaluation tells only what the standard one does not tell already.
     *
     * @param before by clearance, what was last announced
     * @param after by clearance, what the history amounts to
     */
    List<Announcement> between(Map<Clearance, StoredState> before, Map<Clearance, HouseholdState> after) {
        List<Announcement> announcements = new ArrayList<>();
        Optional<StoredState> standard = Optional.ofNullable(before.get(Clearance.STANDARD));
        Optional.ofNullable(after.get(Clearance.STANDARD))
                .ifPresent(state -> announcements.addAll(tell(standard, state)));
        Set<Object> told = new HashSet<>();
        announcements.forEach(announcement -> told.add(announcement.data()));
        Optional<StoredState> restricted =
                Optional.ofNullable(before.get(Clearance.RESTRICTED)).or(() -> standard);
        Optional.ofNullable(after.get(Clearance.RESTRICTED)).stream()
                .flatMap(state -> tell(restricted, state).stream())
                .filter(announcement -> !told.contains(announcement.data()))
                .map(Announcement::restricted)
                .forEach(announcements::add);
        return announcements;
    }

    private List<Announcement> tell(Optional<StoredState> before, HouseholdState after) {
        Map<String, StoredState.StoredFactor> known =
                new HashMap<>(before.map(StoredState::factors).orElse(Map.of()));
        List<Announcement> telling = new ArrayList<>();
        for (HeldFactor held : after.factors()) {
            StoredState.StoredFactor stored = known.remove(held.code());
            if (stored == null || !stored.since().equals(held.since())) {
                if (stored != null && reallyEnded(held.code(), stored, after).isPresent()) {
                    telling.add(ended(held.code(), stored, after));
                }
                telling.add(Announcement.about(
                        household,
                        held.since(),
                        new RiskFactorBegan(household, held.code(), held.since(), held.began())));
            }
        }
        known.forEach((factor, stored) -> telling.add(ended(factor, stored, after)));
        risk(before, after).ifPresent(telling::add);
        return telling;
    }

    private Announcement ended(String factor, StoredState.StoredFactor stored, HouseholdState after) {
        EndedFactor ended = reallyEnded(factor, stored, after)
                .orElse(new EndedFactor(factor, stored.since(), stored.since(), stored.beganBy()));
        return Announcement.about(
                household,
                ended.until(),
                new RiskFactorEnded(household, factor, ended.since(), ended.until(), ended.by()));
    }

    /** The end of the time that was announced; empty if the history, as it is known now, has no such time. */
    private static Optional<EndedFactor> reallyEnded(
            String factor, StoredState.StoredFactor stored, HouseholdState after) {
        Instant since = stored.since();
        return after.ended().stream()
                .filter(ended -> ended.code().equals(factor) && ended.since().equals(since))
                .findFirst();
    }

    /** A household that never scored need not be told of; a score that is contested is not. */
    private Optional<Announcement> risk(Optional<StoredState> before, HouseholdState after) {
        if (after.scoreContested()) {
            return Optional.empty();
        }
        boolean same = before.map(stored -> stored.score() == after.score() && stored.band() == after.band())
                .orElse(after.score() == 0);
        return same
                ? Optional.empty()
                : Optional.of(Announcement.about(
                        household,
                        after.asOf(),
                        new HouseholdRiskChanged(
                                household, after.score(), after.band(), before.map(StoredState::band), rulesVersion)));
    }
}

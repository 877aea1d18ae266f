package org.communitysolutions.risk.editions.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.communitysolutions.risk.editions.EditionAnswer;
import org.communitysolutions.risk.editions.KeptEdition;
import org.communitysolutions.risk.editions.ReadEditions;
import org.communitysolutions.risk.editions.domain.Approval;
import org.communitysolutions.risk.editions.domain.Approved;
import org.communitysolutions.risk.editions.domain.Edition;
import org.communitysolutions.risk.editions.domain.EditionDecision;
import org.communitysolutions.risk.editions.domain.Live;
import org.communitysolutions.risk.editions.domain.Loaded;
import org.communitysolutions.risk.editions.domain.Replaced;
import org.communitysolutions.shared.web.Problem;

/**
 * An edition of factors and rules.
 *
 * @param version that of its rules
 * @param digest SHA-256 of its texts, in hexadecimal digits
 * @param loadedBy the subject; {@code service:risk} where a release brought it
 * @param liveSince since when it is or, if it was replaced, was live
 * @param inShadow whether it is evaluated in the shadow of the live one
 * @param factors the file of factors, left out in lists
 * @param rules the file of rules, left out in lists
 */
record EditionView(
        String version,
        String factorsVersion,
        String digest,
        State state,
        String loadedBy,
        Instant loadedAt,
        Optional<String> approvedBy,
        Optional<Instant> approvedAt,
        Optional<Instant> liveSince,
        Optional<Instant> liveUntil,
        boolean inShadow,
        Optional<String> factors,
        Optional<String> rules) {

    /** How far it has come. */
    enum State {
        LOADED,
        APPROVED,
        LIVE,
        REPLACED
    }

    static EditionView of(KeptEdition kept) {
        return of(kept, Optional.empty(), Optional.empty());
    }

    static EditionView of(ReadEditions.Whole whole) {
        return of(
                whole.kept(),
                Optional.of(whole.text().factors().text()),
                Optional.of(whole.text().rules().text()));
    }

    /**
     * The edition as a request left it.
     *
     * @throws Problem if the request was refused
     */
    static EditionView answer(EditionAnswer answer) {
        return switch (answer) {
            case EditionAnswer.Stands(KeptEdition kept) -> of(kept);
            case EditionAnswer.Absent absent -> throw Problem.notFound("edition");
            case EditionAnswer.Refused(EditionDecision.Refusal why) ->
                throw switch (why) {
                    case LOADED_BY_CALLER ->
                        new Problem(
                                403,
                                "own-edition",
                                "It takes a second person",
                                "Whoever loads an edition neither approves it nor switches to it.",
                                List.of());
                    case NOT_APPROVED ->
                        Problem.conflict(
                                "edition-not-approved",
                                "Nobody has approved the edition",
                                "Only an approved edition goes live.");
                    case LIVE ->
                        Problem.conflict(
                                "edition-live", "The edition is live", "Only one that is not live goes into shadow.");
                    case OTHER_IN_SHADOW ->
                        Problem.conflict(
                                "other-edition-in-shadow",
                                "Another edition is in shadow",
                                "One edition is in shadow at a time. End that one's time first.");
                };
        };
    }

    private static EditionView of(KeptEdition kept, Optional<String> factors, Optional<String> rules) {
        Edition edition = kept.edition();
        return new EditionView(
                edition.heading().version(),
                edition.heading().factorsVersion(),
                kept.digest(),
                state(edition),
                edition.heading().loadedBy(),
                edition.heading().loadedAt(),
                approval(edition).map(Approval::by),
                approval(edition).map(Approval::at),
                liveSince(edition),
                edition instanceof Replaced replaced ? Optional.of(replaced.until()) : Optional.empty(),
                kept.inShadow(),
                factors,
                rules);
    }

    private static State state(Edition edition) {
        return switch (edition) {
            case Loaded loaded -> State.LOADED;
            case Approved approved -> State.APPROVED;
            case Live live -> State.LIVE;
            case Replaced replaced -> State.REPLACED;
        };
    }

    private static Optional<Approval> approval(Edition edition) {
        return switch (edition) {
            case Loaded loaded -> Optional.empty();
            case Approved approved -> Optional.of(approved.approval());
            case Live live -> Optional.of(live.approval());
            case Replaced replaced -> Optional.of(replaced.approval());
        };
    }

    private static Optional<Instant> liveSince(Edition edition) {
        return switch (edition) {
            case Loaded loaded -> Optional.empty();
            case Approved approved -> Optional.empty();
            case Live live -> Optional.of(live.since());
            case Replaced replaced -> Optional.of(replaced.since());
        };
    }
}

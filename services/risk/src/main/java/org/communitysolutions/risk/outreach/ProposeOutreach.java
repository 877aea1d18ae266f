package org.communitysolutions.risk.outreach;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.communitysolutions.risk.disclosure.SmallNumbers;
import org.communitysolutions.risk.outreach.domain.Proposal;
import org.communitysolutions.risk.outreach.persistence.ProposalRows;
import org.communitysolutions.risk.rules.Vocabulary;
import org.communitysolutions.risk.segments.Clause;
import org.communitysolutions.risk.segments.Group;
import org.communitysolutions.risk.segments.QueryRefused;
import org.communitysolutions.risk.segments.Segments;
import org.communitysolutions.risk.segments.Viewer;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;

/** Proposes to reach out to unknown households. It tells how many there are, and not who. */
@ApplicationScoped
public class ProposeOutreach {

    private final Transactions transactions;
    private final Segments segments;
    private final ProposalRows rows;
    private final SmallNumbers rule;
    private final Vocabulary vocabulary;
    private final Clock clock;
    private final Duration expiresAfter;
    private final int most;

    ProposeOutreach(
            Transactions transactions,
            Segments segments,
            ProposalRows rows,
            SmallNumbers rule,
            Vocabulary vocabulary,
            Clock clock,
            @ConfigProperty(name = "outreach.expires-after") Duration expiresAfter,
            @ConfigProperty(name = "outreach.most-households") int most) {
        this.transactions = transactions;
        this.segments = segments;
        this.rows = rows;
        this.rule = rule;
        this.vocabulary = vocabulary;
        this.clock = clock;
        this.expiresAfter = expiresAfter;
        this.most = most;
    }

    /**
     * What is proposed.
     *
     * @param most to how many households at most; as many as are allowed if it is empty
     */
    public record Proposing(
            String name,
            Clause where,
            String purpose,
            String lawfulBasis,
            Proposal.Work work,
            Optional<Integer> most) {}

    /** It cannot be proposed. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String pointer;

        private Refused(String pointer, String expected) {
            super(expected, null, false, false);
            this.pointer = pointer;
        }

        /** A JSON pointer to what is wrong. */
        public String pointer() {
            return pointer;
        }
    }

    /** What is kept for the same request under the same key. */
    record Made(UUID id) {}

    /**
     * Makes a proposal.
     *
     * @throws QueryRefused (through the Uni) if its query cannot be asked
     * @throws Refused (through the Uni) if it rests on no factor, or names a team that the caller cannot ask or too many
     *     households
     */
    public Uni<KeptProposal> handle(Caller caller, Proposing proposing) {
        return transactions
                .once(caller, proposing, Made.class, session -> propose(session, caller, proposing))
                .chain(made -> transactions.run(caller, session -> rows.find(session, made.id(), clock.instant())))
                .map(Optional::orElseThrow);
    }

    private Uni<Made> propose(Mutiny.Session session, Caller caller, Proposing proposing) {
        Viewer viewer = Viewer.of(caller);
        check(viewer, proposing);
        return segments.ask(session, caller, viewer, proposing.where(), Segments.Use.PROPOSAL)
                .map(asked -> seenBy(asked, proposing))
                .chain(asked -> segments.groups(session, asked)
                        .chain(groups -> keep(session, caller, proposing, asked.viewer(), unknown(groups))));
    }

    private void check(Viewer viewer, Proposing proposing) {
        Set<String> teams = new TreeSet<>(vocabulary.teams());
        if (!viewer.clearance().isRestricted()) {
            teams.removeAll(vocabulary.restrictedTeams());
        }
        if (!teams.contains(proposing.work().team())) {
            throw new Refused("/team", "one of " + String.join(", ", teams));
        }
        if (proposing.most().orElse(most) > most) {
            throw new Refused("/mostHouseholds", "at most %d".formatted(most));
        }
    }

    /** What speaks of nothing restricted is asked, counted and carried out as if nothing restricted were known. */
    private Segments.Asked seenBy(Segments.Asked asked, Proposing proposing) {
        if (!asked.query().restsOnAFactor()) {
            throw new Refused("/where", "a factor that each household has which is found: tasks need a reason");
        }
        boolean restricted = asked.restricted()
                || vocabulary.restrictedTeams().contains(proposing.work().team());
        return new Segments.Asked(asked.query(), Viewer.cleared(restricted), restricted, asked.now());
    }

    private static long unknown(List<Group> groups) {
        return groups.stream()
                .filter(group -> !group.known())
                .mapToLong(Group::households)
                .sum();
    }

    private Uni<Made> keep(Mutiny.Session session, Caller caller, Proposing proposing, Viewer viewer, long unknown) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Proposal.Particulars particulars = new Proposal.Particulars(
                Uuid7.next(),
                proposing.name(),
                proposing.purpose(),
                proposing.lawfulBasis(),
                proposing.work(),
                proposing.most().orElse(most),
                viewer.clearance().isRestricted(),
                caller.subject(),
                now,
                now.plus(expiresAfter));
        return rows.add(
                        session,
                        particulars,
                        proposing.where(),
                        rule.of(unknown).count())
                .replaceWith(new Made(particulars.id()));
    }
}

package org.communitysolutions.intake.membership;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.communitysolutions.intake.membership.persistence.MembershipRows;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who is known to live in a household, for a feature that needs to know. */
@ApplicationScoped
public class KnownMembers {

    private final MembershipRows memberships;

    KnownMembers(MembershipRows memberships) {
        this.memberships = memberships;
    }

    /** Whether a member of one of these records of a household is a child on that day. */
    public Uni<Boolean> childrenIn(Mutiny.Session session, Collection<UUID> households, LocalDate day) {
        return memberships.of(session, households).map(members -> members.stream()
                .anyMatch(member -> member.role() == MemberRole.CHILD && member.includes(day)));
    }
}

package org.communitysolutions.intake.merge.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.communitysolutions.intake.merge.Merge;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Publishes;

/** Records are one household from now on. Told once to each of them, in the order of its own events. */
@Publishes("households-merged.v1")
public record HouseholdsMerged(UUID householdId, UUID into, List<UUID> merged) {

    public static List<Announcement> announcements(Merge merge, Instant at) {
        return Stream.concat(Stream.of(merge.into()), merge.merged().stream())
                .map(household -> Announcement.about(
                        household, at, new HouseholdsMerged(household, merge.into(), merge.merged())))
                .toList();
    }
}

package org.communitysolutions.intake.merge.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.communitysolutions.intake.merge.Merge;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.messaging.Publishes;

/** A merge was taken back. Told once to each of its records, in the order of its own events. */
@Publishes("households-unmerged.v1")
public record HouseholdsUnmerged(UUID householdId, UUID into, List<UUID> merged) {

    public static List<Announcement> announcements(Merge merge, Instant at) {
        return Stream.concat(Stream.of(merge.into()), merge.merged().stream())
                .map(household -> Announcement.about(
                        household, at, new HouseholdsUnmerged(household, merge.into(), merge.merged())))
                .toList();
    }
}

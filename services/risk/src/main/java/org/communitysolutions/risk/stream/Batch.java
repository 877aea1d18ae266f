package org.communitysolutions.risk.stream;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.risk.editions.RulesInForce;
import org.communitysolutions.risk.links.KnownLinks;
import org.communitysolutions.risk.tasks.TaskChange;
import org.communitysolutions.shared.messaging.Announcement;

/**
 * All that one transaction writes.
 *
 * @param rules by which its households were evaluated
 * @param lanes those that the batch is of, and how far time has come in each
 * @param next for each partition the offset to read next
 * @param journal events that households did not have yet
 * @param others events that the vocabulary does not know, or about no household: kept, and of no consequence
 * @param parked keys that stand still from now on
 * @param heldBack records that wait, in the order they came
 * @param resting households whose time has come while their key stands still
 * @param links which households are linked once it is written
 */
public record Batch(
        RulesInForce rules,
        Map<Integer, Claim> lanes,
        Map<TopicPartition, Long> next,
        List<ArrivedEvent> journal,
        List<ArrivedEvent> others,
        List<HouseholdChange> changes,
        List<Announcement> announcements,
        List<Parked> parked,
        List<HeldBack> heldBack,
        Set<UUID> resting,
        KnownLinks.Version links,
        Tally tally) {

    /**
     * How many events were what.
     *
     * @param late those that came later than is allowed for: they count all the same, and may correct what was said
     * @param ahead those dated so far ahead that they wait for their time
     */
    public record Tally(int handled, int seenBefore, int late, int ahead) {}

    /** What a consumer holds a lane by; void once another has a higher epoch. */
    public record Claim(long epoch, Instant time) {}

    /** A key that stands still from now on, and why: never a text that may quote data. */
    public record Parked(String key, String reason) {}

    /** A record that waits: it could not be handled itself, or one of its key before it could not. */
    public record HeldBack(Origin origin, Map<String, String> headers, String value) {}

    /** The same with other announcements. */
    Batch withAnnouncements(List<Announcement> told) {
        return new Batch(rules, lanes, next, journal, others, changes, told, parked, heldBack, resting, links, tally);
    }

    /** What becomes of tasks, of all households. */
    public List<TaskChange> tasks() {
        return changes.stream().flatMap(change -> change.tasks().stream()).toList();
    }
}

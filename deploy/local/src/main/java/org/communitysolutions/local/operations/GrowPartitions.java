package org.communitysolutions.local.operations;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.embedded.Deadline;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.embedded.StoppedOutboxConnectors;

/**
 * Gives all topics of events more partitions while everything goes on. A household's events come by another partition
 * afterwards, so nothing may be published while some of the events before are still unread, or they would overtake them:
 * the outbox connectors stop, consumers come to the end, the topics grow, and the connectors go on. Requests are answered
 * all the while; their events wait in the outbox.
 */
public final class GrowPartitions {

    private static final Pattern EVENTS = Pattern.compile("[a-z-]+\\.events(\\.restricted)?");
    private static final int MOST = 1_000;

    private final Properties kafka;
    private final URI connect;
    private final Consumer<String> progress;
    private final Duration limit;

    /**
     * @param kafka how Kafka's clients reach it
     * @param connect where Kafka Connect answers
     * @param limit how long consumers may take to come to the end
     */
    public GrowPartitions(Properties kafka, URI connect, Duration limit, Consumer<String> progress) {
        this.kafka = kafka;
        this.connect = connect;
        this.limit = limit;
        this.progress = progress;
    }

    /**
     * Grows what a run on this machine has, or what the arguments name.
     *
     * @param arguments how many partitions; where Kafka answers; where Kafka Connect answers
     */
    public static void main(String[] arguments) {
        try {
            Properties kafka = new Properties();
            kafka.put("bootstrap.servers", arguments[1]);
            new GrowPartitions(kafka, URI.create(arguments[2]), Duration.ofMinutes(5), System.out::println)
                    .to(number(arguments[0]));
        } catch (ServerException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private static int number(String given) {
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException notANumber) {
            throw new ServerException("The number of partitions must be a whole number, and is " + given, notANumber);
        }
    }

    /**
     * Grows all topics of events to so many partitions each; those that have them already stay as they are, so that one that
     * was broken off can be done again.
     *
     * @throws ServerException if a topic has more, or if consumers do not come to the end in time; then nothing has grown
     */
    public void to(int partitions) {
        try (Admin admin = Admin.create(kafka)) {
            Map<String, Integer> before = sizes(admin);
            check(before, partitions);
            long began = System.nanoTime();
            progress.accept("Stopping the outbox connectors");
            try (StoppedOutboxConnectors stopped = StoppedOutboxConnectors.at(connect)) {
                progress.accept("Waiting until all that is published is read; so long these stand still: "
                        + String.join(", ", stopped.names()));
                awaitRead(admin, before.keySet());
                grow(admin, before, partitions);
            }
            progress.accept(
                    String.format(Locale.ROOT, "Events waited for %.1f s at most.", (System.nanoTime() - began) / 1e9));
        } catch (ExecutionException refused) {
            throw new ServerException("Kafka refused: " + refused.getCause().getMessage(), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerException("Growing topics was interrupted", interrupted);
        }
    }

    private void grow(Admin admin, Map<String, Integer> before, int partitions)
            throws ExecutionException, InterruptedException {
        Map<String, NewPartitions> grown = before.entrySet().stream()
                .filter(topic -> topic.getValue() < partitions)
                .collect(Collectors.toMap(Map.Entry::getKey, topic -> NewPartitions.increaseTo(partitions)));
        progress.accept("Growing %d topics to %d partitions".formatted(grown.size(), partitions));
        admin.createPartitions(grown).all().get();
    }

    private static Map<String, Integer> sizes(Admin admin) throws ExecutionException, InterruptedException {
        Collection<String> topics = admin.listTopics().names().get().stream()
                .filter(topic -> EVENTS.matcher(topic).matches())
                .toList();
        Map<String, Integer> sizes = new TreeMap<>();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((topic, description) ->
                        sizes.put(topic, description.partitions().size()));
        return sizes;
    }

    private static void check(Map<String, Integer> sizes, int partitions) {
        if (sizes.isEmpty()) {
            throw new ServerException("Kafka has no topics of events.");
        }
        int most = sizes.values().stream().max(Integer::compareTo).orElseThrow();
        if (partitions < most || partitions > MOST) {
            throw new ServerException(
                    "Topics have up to %d partitions, and Kafka takes none away: say %d to %d, not %d."
                            .formatted(most, most, MOST, partitions));
        }
        if (sizes.values().stream().allMatch(size -> size == partitions)) {
            throw new ServerException("All topics have %d partitions already.".formatted(partitions));
        }
    }

    private void awaitRead(Admin admin, Collection<String> topics) throws ExecutionException, InterruptedException {
        Deadline deadline = Deadline.in(limit);
        Map<String, Long> behind = behind(admin, topics);
        while (!behind.isEmpty()) {
            if (deadline.hasPassed()) {
                throw new ServerException(
                        "After %d s these groups had not read so many events; nothing has grown: %s. Do their services run?"
                                .formatted(limit.toSeconds(), behind));
            }
            Deadline.pause();
            behind = behind(admin, topics);
        }
    }

    /** How many events on these topics each group that reads them has still to read; without those that have read all. */
    private static Map<String, Long> behind(Admin admin, Collection<String> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = offsets(admin, topics, OffsetSpec.latest());
        Map<TopicPartition, Long> beginnings = offsets(admin, topics, OffsetSpec.earliest());
        Map<String, Long> behind = new TreeMap<>();
        for (GroupListing group :
                admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get()) {
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group.groupId())
                    .partitionsToOffsetAndMetadata()
                    .get();
            Set<String> reads =
                    read.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
            reads.addAll(assigned(admin, group.groupId()));
            long unread = ends.entrySet().stream()
                    .filter(end -> reads.contains(end.getKey().topic()))
                    .mapToLong(end -> {
                        OffsetAndMetadata reached = read.get(end.getKey());
                        long first = beginnings.get(end.getKey());
                        return end.getValue() - (reached == null ? first : Math.max(first, reached.offset()));
                    })
                    .sum();
            if (unread > 0) {
                behind.put(group.groupId(), unread);
            }
        }
        return behind;
    }

    /** The topics that a group reads now, whether it has told of it or not. */
    private static Set<String> assigned(Admin admin, String group) throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(Set.of(group)).describedGroups().get(group).get().members().stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .map(TopicPartition::topic)
                .collect(Collectors.toSet());
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, Collection<String> topics, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(part -> new TopicPartition(topic.name(), part.partition())))
                .collect(Collectors.toMap(Function.identity(), part -> which));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(wanted).all().get().forEach((part, found) -> offsets.put(part, found.offset()));
        return offsets;
    }
}

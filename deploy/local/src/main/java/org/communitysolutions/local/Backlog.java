package org.communitysolutions.local;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.communitysolutions.embedded.Addresses;
import org.communitysolutions.embedded.ServerException;

/** How far services are behind with events. */
public final class Backlog implements AutoCloseable {

    private final Admin admin;

    public Backlog(Addresses servers) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", servers.bootstrapServers());
        admin = Admin.create(properties);
    }

    /**
     * Where a service stands with the topics that it reads.
     *
     * @param reads whether it reads at all now; a service that joins its group does not for a moment
     * @param published events on those topics, ever
     * @param done those of them that it has worked through, as it said in the last second or two
     */
    public record Position(boolean reads, long published, long done) {

        public boolean isCaughtUp() {
            return reads && done == published;
        }
    }

    /**
     * Where a service stands.
     *
     * @throws ServerException if Kafka does not say
     */
    public Position of(Service service) {
        try {
            List<TopicPartition> read = readBy(service);
            long published = published(read.stream());
            Map<TopicPartition, OffsetAndMetadata> reached = admin.listConsumerGroupOffsets(service.code())
                    .partitionsToOffsetAndMetadata()
                    .get();
            long done = read.stream()
                    .map(reached::get)
                    .filter(offset -> offset != null)
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
            return new Position(!read.isEmpty(), published, done);
        } catch (ExecutionException unanswered) {
            throw new ServerException("Kafka did not say how far " + service.code() + " is.", unanswered);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerException("Waiting for " + service.code() + " was interrupted.", interrupted);
        }
    }

    /**
     * How many events there are on these topics, ever.
     *
     * @throws ServerException if Kafka does not say
     */
    public long published(Collection<String> topics) {
        try {
            return published(partitions(topics));
        } catch (ExecutionException unanswered) {
            throw new ServerException("Kafka did not say how many events it has.", unanswered);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerException("Counting events was interrupted.", interrupted);
        }
    }

    private Stream<TopicPartition> partitions(Collection<String> topics)
            throws ExecutionException, InterruptedException {
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(part -> new TopicPartition(topic.name(), part.partition())));
    }

    private long published(Stream<TopicPartition> parts) throws ExecutionException, InterruptedException {
        return admin
                .listOffsets(parts.collect(Collectors.toMap(Function.identity(), part -> OffsetSpec.latest())))
                .all()
                .get()
                .values()
                .stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    /** All partitions of its topics: of one that was added just now, the service may not know yet. */
    private List<TopicPartition> readBy(Service service) throws ExecutionException, InterruptedException {
        Set<String> topics = admin
                .describeConsumerGroups(Set.of(service.code()))
                .describedGroups()
                .get(service.code())
                .get()
                .members()
                .stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .map(TopicPartition::topic)
                .collect(Collectors.toSet());
        return partitions(topics).toList();
    }

    @Override
    public void close() {
        admin.close();
    }
}

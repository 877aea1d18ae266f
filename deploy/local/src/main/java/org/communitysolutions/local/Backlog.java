package org.communitysolutions.local;

import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
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
            Set<TopicPartition> read = readBy(service);
            long published = admin
                    .listOffsets(read.stream().collect(Collectors.toMap(Function.identity(), p -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
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

    private Set<TopicPartition> readBy(Service service) throws ExecutionException, InterruptedException {
        return admin
                .describeConsumerGroups(Set.of(service.code()))
                .describedGroups()
                .get(service.code())
                .get()
                .members()
                .stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        admin.close();
    }
}

package org.communitysolutions.local.recovery;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.communitysolutions.embedded.Addresses;
import org.communitysolutions.embedded.Databases;
import org.communitysolutions.embedded.Deadline;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.Service;

/** Where services read on, moved while none of them runs. */
public final class ConsumerPositions {

    /** A member that was killed is counted in its group for as long as its session lasts. */
    private static final Duration LONGEST_SESSION = Duration.ofMinutes(1);

    private final Addresses servers;
    private final ProjectTree project;

    public ConsumerPositions(Addresses servers, ProjectTree project) {
        this.servers = servers;
        this.project = project;
    }

    /**
     * Lets all services read on after what the topics hold now. For databases that were restored to an earlier time: what
     * the topics tell of the time after it is known to no service any more, and what they tell of the time before it is told
     * again from the outboxes.
     *
     * @throws ServerException if a service runs
     */
    public void moveToTheEnd() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()))) {
            for (Service service : Service.values()) {
                List<String> topics = topicsOf(service);
                if (!topics.isEmpty()) {
                    move(admin, service.code(), ends(admin, topics));
                }
            }
            forgetThoseOfRisk();
        } catch (ExecutionException | SQLException refused) {
            throw new ServerException("Positions cannot be moved: " + refused.getMessage(), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerException("Moving positions was interrupted.", interrupted);
        }
    }

    /** Risk keeps positions of its own beside what it made of the events; without them it begins at those of its group. */
    private void forgetThoseOfRisk() throws SQLException {
        String owner = Databases.owner(Service.RISK.database());
        try (Connection connection =
                        DriverManager.getConnection(servers.jdbcUrl(Service.RISK.database()), owner, owner);
                Statement statement = connection.createStatement()) {
            statement.execute("delete from stream_position");
        }
    }

    private static void move(Admin admin, String group, Map<TopicPartition, OffsetAndMetadata> positions)
            throws ExecutionException, InterruptedException {
        Deadline deadline = Deadline.in(LONGEST_SESSION);
        while (true) {
            try {
                admin.alterConsumerGroupOffsets(group, positions).all().get();
                return;
            } catch (ExecutionException refused) {
                boolean occupied = refused.getCause() instanceof GroupNotEmptyException
                        || refused.getCause() instanceof UnknownMemberIdException;
                if (!occupied || deadline.hasPassed()) {
                    throw refused;
                }
                Deadline.pause();
            }
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> ends(Admin admin, List<String> topics)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic ->
                        topic.partitions().stream().map(part -> new TopicPartition(topic.name(), part.partition())))
                .collect(Collectors.toMap(part -> part, part -> OffsetSpec.latest()));
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        admin.listOffsets(latest)
                .all()
                .get()
                .forEach((part, end) -> ends.put(part, new OffsetAndMetadata(end.offset())));
        return ends;
    }

    /** The topics that a service reads, as its settings say; none if it reads none. */
    private List<String> topicsOf(Service service) {
        Path settings =
                project.root().resolve("services/" + service.code() + "/src/main/resources/application.properties");
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(settings)) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Stream.of("mp.messaging.incoming.events.topics", "stream.topics")
                .map(properties::getProperty)
                .filter(named -> named != null)
                .flatMap(named -> Stream.of(named.split(",")))
                .toList();
    }
}

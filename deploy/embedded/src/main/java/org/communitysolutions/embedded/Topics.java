package org.communitysolutions.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics of {@code deploy/kafka/topics.yaml}, at the size for one machine.
 *
 * @param wanted what is to exist
 */
record Topics(List<NewTopic> wanted) {

    static Topics read(ProjectTree project) {
        try {
            JsonNode file = new YAMLMapper()
                    .readTree(project.kafkaFiles().resolve("topics.yaml").toFile());
            short replication = (short) file.at("/sizes/embedded/replication").intValue();
            String inSync = file.at("/sizes/embedded/minInSyncReplicas").asText();
            List<NewTopic> topics = new ArrayList<>();
            for (JsonNode topic : file.get("topics")) {
                long retentionMillis =
                        TimeUnit.DAYS.toMillis(topic.get("retentionDays").longValue());
                topics.add(new NewTopic(
                                topic.get("name").textValue(),
                                topic.get("partitions").intValue(),
                                replication)
                        .configs(
                                Map.of("retention.ms", Long.toString(retentionMillis), "min.insync.replicas", inSync)));
            }
            return new Topics(topics);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Creates what is missing.
     *
     * @return false when the broker does not answer yet
     */
    boolean createIn(String bootstrapServers) throws InterruptedException, ExecutionException {
        if (!Tcp.answers(bootstrapServers)) {
            return false;
        }
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "20000",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000",
                AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, "false"))) {
            Set<String> present = admin.listTopics().names().get(20, TimeUnit.SECONDS);
            List<NewTopic> missing = wanted.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(20, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RetriableException
                    || failure.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw failure;
        }
    }
}

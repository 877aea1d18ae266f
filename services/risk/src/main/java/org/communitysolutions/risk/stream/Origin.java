package org.communitysolutions.risk.stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a record came from.
 *
 * @param timestamp when Kafka took it in, in milliseconds
 * @param key records of one key are handled in order; one without a key stands for itself
 */
public record Origin(TopicPartition partition, long offset, long timestamp, String key) {

    static Origin of(ConsumerRecord<byte[], byte[]> record, TopicPartition partition) {
        return new Origin(partition, record.offset(), record.timestamp(), key(record));
    }

    static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null
                ? "%s-%d-%d".formatted(record.topic(), record.partition(), record.offset())
                : Wire.text(record.key());
    }
}

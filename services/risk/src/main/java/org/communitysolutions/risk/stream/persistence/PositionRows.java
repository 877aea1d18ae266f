package org.communitysolutions.risk.stream.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.hibernate.reactive.mutiny.Mutiny;

/** The rows of positions. */
@ApplicationScoped
public class PositionRows {

    private static final String TAKE_OVER = """
        insert into stream_position as p (topic, partition, epoch)
        select topic, cast(number as integer), 1
        from unnest(cast(?1 as text[]), cast(?2 as text[])) as mine (topic, number) order by 1, 2
        on conflict (topic, partition) do update set epoch = p.epoch + 1
        returning topic, partition, next_offset, epoch
        """;

    private static final String ADVANCE = """
        update stream_position p set next_offset = greatest(p.next_offset, cast(mine.next_offset as bigint))
        from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]))
             as mine (topic, number, next_offset, epoch)
        where p.topic = mine.topic and p.partition = cast(mine.number as integer)
          and p.epoch = cast(mine.epoch as bigint)
        returning p.topic, p.partition
        """;

    /**
     * A partition that is this consumer's from now on.
     *
     * @param nextOffset the offset to read next; empty if the partition was never read
     */
    public record TakenOver(TopicPartition partition, OptionalLong nextOffset, long epoch) {}

    /** The offset to read next, if the partition is still of that epoch. */
    public record Advance(long nextOffset, long epoch) {}

    public Uni<List<TakenOver>> takeOver(Mutiny.Session session, List<TopicPartition> partitions) {
        return session.createNativeQuery(TAKE_OVER, Object[].class)
                .setParameter(1, column(partitions, TopicPartition::topic))
                .setParameter(2, column(partitions, TopicPartition::partition))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new TakenOver(
                                new TopicPartition((String) row[0], (Integer) row[1]),
                                row[2] == null ? OptionalLong.empty() : OptionalLong.of((Long) row[2]),
                                (Long) row[3]))
                        .toList());
    }

    /** Moves forward those that are still of the epoch given; returns them. */
    public Uni<Set<TopicPartition>> advance(Mutiny.Session session, Map<TopicPartition, Advance> next) {
        List<TopicPartition> partitions = new ArrayList<>(next.keySet());
        return session.createNativeQuery(ADVANCE, Object[].class)
                .setParameter(1, column(partitions, TopicPartition::topic))
                .setParameter(2, column(partitions, TopicPartition::partition))
                .setParameter(
                        3, column(partitions, partition -> next.get(partition).nextOffset()))
                .setParameter(
                        4, column(partitions, partition -> next.get(partition).epoch()))
                .getResultList()
                .map(rows -> {
                    Set<TopicPartition> advanced = new HashSet<>();
                    rows.forEach(row -> advanced.add(new TopicPartition((String) row[0], (Integer) row[1])));
                    return advanced;
                });
    }

    private static String[] column(List<TopicPartition> partitions, Function<TopicPartition, Object> value) {
        return partitions.stream().map(value).map(Object::toString).toArray(String[]::new);
    }
}

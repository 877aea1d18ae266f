package org.communitysolutions.risk.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How events are taken in. */
@ConfigMapping(prefix = "stream")
public interface Streaming {

    /** The topics, with the same number of partitions each. */
    List<String> topics();

    /** The consumer group. */
    String group();

    /** What tells this instance from the others of its group, the same after a restart. */
    String instance();

    /** Threads that take in events, each with lanes of its own. */
    @WithDefault("2")
    int workers();

    /** Events that one transaction takes in at most. */
    @WithDefault("50000")
    int batch();

    /** How long events are gathered at least before the next transaction, while there are few. */
    @WithDefault("10ms")
    Duration gather();

    /** How much later than others an event may arrive before what is absent is taken to be absent. */
    Duration lateness();

    /** How far a publisher's clock may be ahead of Kafka's before its event has to wait for its time. */
    Duration skew();
}

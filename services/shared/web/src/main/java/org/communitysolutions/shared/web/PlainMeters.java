package org.communitysolutions.shared.web;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps metrics from telling what only few may know. Whoever reads them could count disclosures by the label of a restricted
 * topic, by the address of a restricted request, or by taking the tasks that are counted from the requests that made some;
 * so there is no topic, no restricted address, and all that changes something is counted together (decision 11).
 */
@Singleton
class PlainMeters implements MeterFilter {

    private static final String REQUESTS = "http.server.requests";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** Seconds: what a person notices, what annoys, what times out. */
    private static final double[] BOUNDS = Stream.of(25, 100, 250, 500, 1_000, 2_500, 10_000)
            .mapToDouble(ms -> ms * 1e6)
            .toArray();

    private final List<String> restricted;
    private final String root;

    PlainMeters(
            @ConfigProperty(name = "restricted.addresses") List<String> restricted,
            @ConfigProperty(name = "quarkus.rest.path") String root) {
        this.restricted = restricted;
        this.root = root;
    }

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return id.getTag("topic") == null ? MeterFilterReply.NEUTRAL : MeterFilterReply.DENY;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().equals(REQUESTS) || id.getTag("uri") == null) {
            return id;
        }
        return id.replaceTags(id.getTags().stream()
                .map(tag -> tag.getKey().equals("uri") ? Tag.of("uri", address(id, tag.getValue())) : tag)
                .toList());
    }

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return id.getName().equals(REQUESTS)
                ? DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(BOUNDS)
                        .minimumExpectedValue((double) Duration.ofMillis(1).toNanos())
                        .build()
                        .merge(config)
                : config;
    }

    /** As it is told; what comes is the route below the service's root. */
    private String address(Meter.Id id, String uri) {
        String method = id.getTag("method");
        if (method != null && !READING.contains(method)) {
            return "changes";
        }
        return restricted.stream().anyMatch((root + uri)::startsWith) ? "others" : uri;
    }
}

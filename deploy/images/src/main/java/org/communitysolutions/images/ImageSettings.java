package org.communitysolutions.images;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.communitysolutions.embedded.ProjectTree;

/**
 * What images are to be like.
 *
 * @param project the checkout
 * @param registry what stands before an image's name, as the chart's {@code image.registry}
 * @param version the tag, as the chart's {@code appVersion}
 * @param base the image that all are put upon, best by digest; empty if upon nothing but this machine's C library
 * @param connectBase for {@code outbox-connect} alone, an image of Strimzi's Kafka; empty for an image that runs by itself
 * @param trained whether a cache of classes is recorded for each service
 */
record ImageSettings(
        ProjectTree project,
        String registry,
        String version,
        Optional<String> base,
        Optional<String> connectBase,
        boolean trained) {

    /** As the environment says; see {@code scripts/images}. */
    static ImageSettings from(Map<String, String> environment, ProjectTree project) {
        return new ImageSettings(
                project,
                environment.getOrDefault("IMAGE_REGISTRY", "registry.example/community-solutions"),
                environment.getOrDefault("IMAGE_VERSION", "0.1.0"),
                given(environment, "IMAGE_BASE"),
                given(environment, "CONNECT_BASE"),
                !environment.getOrDefault("AOT", "1").equals("0"));
    }

    private static Optional<String> given(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }

    /** The full name of an image, for instance {@code registry.example/community-solutions/risk:0.1.0}. */
    String reference(String name) {
        return registry + "/" + name + ":" + version;
    }

    /** Where the tar files are written. */
    Path output() {
        return project.root().resolve("target/images");
    }

    /** What is kept from one build to the next: runtimes, packed layers, caches of classes. */
    Path kept() {
        return project.root().resolve(".local/images");
    }
}

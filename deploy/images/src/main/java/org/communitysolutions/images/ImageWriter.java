package org.communitysolutions.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.communitysolutions.embedded.ServerException;

/** Writes images as tar files that {@code docker load}, {@code podman load} and {@code skopeo copy} read. */
final class ImageWriter {

    /** No image tells when it was made: the same contents are the same image. */
    private static final Instant CREATED = Instant.EPOCH;

    private final ImageSettings settings;

    ImageWriter(ImageSettings settings) {
        this.settings = settings;
    }

    /**
     * An image that was written.
     *
     * @param tar its file
     * @param id the digest of its configuration, by which engines know it; it follows from its contents alone
     */
    record Written(Path tar, String id) {

        /** The size of its file in bytes; its layers are packed. */
        long bytes() throws IOException {
            return Files.size(tar);
        }
    }

    /**
     * Writes an image.
     *
     * @throws ServerException if its base cannot be had
     */
    Written write(ImagePlan plan, Path tar) throws IOException, InterruptedException {
        Files.createDirectories(tar.getParent());
        try {
            JibContainer made = describe(plan)
                    .containerize(Containerizer.to(TarImage.at(tar).named(settings.reference(plan.name())))
                            .setToolName("community-solutions")
                            .setBaseImageLayersCache(settings.kept().resolve("base"))
                            .setApplicationLayersCache(settings.kept().resolve("layers")));
            return new Written(tar, made.getImageId().toString());
        } catch (InvalidImageReferenceException wrong) {
            throw new ServerException(wrong.getMessage() + " is no name of an image.", wrong);
        } catch (RegistryException | CacheDirectoryCreationException | ExecutionException failed) {
            throw new ServerException(
                    "The image %s cannot be made upon %s: %s"
                            .formatted(plan.name(), plan.base().orElse("nothing"), failed.getMessage()),
                    failed);
        }
    }

    private JibContainerBuilder describe(ImagePlan plan) throws InvalidImageReferenceException {
        JibContainerBuilder image =
                plan.base().isPresent() ? Jib.from(plan.base().get()) : Jib.fromScratch();
        image.setFileEntriesLayers(plan.layers()).setCreationTime(CREATED).setLabels(labels(plan));
        if (!plan.entrypoint().isEmpty()) {
            image.setEntrypoint(plan.entrypoint())
                    .setEnvironment(plan.environment())
                    .setExposedPorts(Port.tcp(ImagePlan.PORT))
                    .setUser(ImagePlan.USER);
        }
        return image;
    }

    private Map<String, String> labels(ImagePlan plan) {
        return Map.of(
                "org.opencontainers.image.title", plan.name(),
                "org.opencontainers.image.description", plan.title(),
                "org.opencontainers.image.version", settings.version(),
                "org.opencontainers.image.licenses", "Apache-2.0",
                "org.opencontainers.image.base.name", plan.base().orElse("scratch"));
    }
}

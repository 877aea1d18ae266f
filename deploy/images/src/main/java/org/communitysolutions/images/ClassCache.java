package org.communitysolutions.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.communitysolutions.embedded.Addresses;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.RunSettings;
import org.communitysolutions.local.Service;

/**
 * What Java loads and links of a service, written down once by the very Java of the image over the very files of the image, so
 * that each start of the image maps it. Java uses a cache only where the jars have the same names, sizes and times, and says
 * nothing else but a warning where not; the trial of an image insists on it.
 *
 * <p>Two recordings are never the same to the bit. So one is kept for as long as the image without it stays the same.
 */
final class ClassCache {

    /** In the image. */
    static final String NAME = "app.aot";

    private static final int HEAP_MEGABYTES = 256;

    private final ImageSettings settings;

    ClassCache(ImageSettings settings) {
        this.settings = settings;
    }

    /** Where the cache of an image is kept, by the digest of the image without it. */
    Path kept(Service service, ImageWriter.Written untrained) {
        String digest = untrained.id().replace("sha256:", "").substring(0, 16);
        return settings.kept().resolve("caches/" + service.code() + "-" + digest + "/" + NAME);
    }

    /** Starts the service from the unpacked image, lets it answer, and stops it, which writes the cache. */
    void record(Service service, UnpackedImage image, Path cache, RunSettings run, Addresses servers)
            throws IOException, InterruptedException {
        Files.createDirectories(cache.getParent());
        Path unfinished = cache.resolveSibling("unfinished.aot");
        List<String> command = new ArrayList<>();
        for (String part : image.entrypoint()) {
            command.add(part.startsWith("/") ? image.root() + part : part);
        }
        command.add(1, "-XX:AOTCacheOutput=" + unfinished);
        try (ServiceRun recorded = ServiceRun.start(
                service, image, command, "-Duser.timezone=UTC -Xmx" + HEAP_MEGABYTES + "m", run, servers)) {
            recorded.exercise(service);
        }
        if (Files.notExists(unfinished)) {
            throw new ServerException("Java wrote no cache of the classes of " + service.code() + "; its log is in "
                    + run.data().resolve("logs"));
        }
        Files.move(unfinished, cache);
    }

    /**
     * The image with its cache.
     *
     * @param java the version of the Java in it
     */
    static ImagePlan in(ImagePlan plan, Path cache, Runtime.Version java) {
        FileEntriesLayer layer = Layers.files("cache of classes", List.of(cache), Plans.APPLICATION);
        ImagePlan with = plan.with(layer).withOption("-XX:AOTCache=" + Plans.APPLICATION + "/" + NAME);
        // 25 looks for one kind of what it compiled under a wrong name, and says so at each start.
        return java.feature() == 25
                ? with.withOption("-XX:-AOTAdapterCaching").withOption("-XX:+UnlockDiagnosticVMOptions")
                : with;
    }
}

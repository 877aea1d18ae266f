package org.communitysolutions.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.communitysolutions.embedded.JavaHome;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.Service;

/** Writes all images, or those that are named, to {@code target/images}; {@code scripts/images} says how it is told what. */
public final class BuildImages {

    private static final double MEGABYTE = 1024 * 1024;

    private final ImageSettings settings;
    private final JavaRuntime java;
    private final Plans plans;
    private final ImageWriter writer;

    BuildImages(ImageSettings settings) throws IOException, InterruptedException {
        this.settings = settings;
        this.java = JavaRuntime.of(JavaHome.newest(), settings);
        this.plans = new Plans(settings, java);
        this.writer = new ImageWriter(settings);
    }

    /** Arguments: names of images; none for all. */
    public static void main(String[] names) throws IOException, InterruptedException {
        ImageSettings settings = ImageSettings.from(System.getenv(), ProjectTree.find());
        try {
            new BuildImages(settings).build(List.of(names));
        } catch (ServerException known) {
            System.err.println(known.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private void build(List<String> names) throws IOException, InterruptedException {
        System.out.println("Upon " + settings.base().orElse("nothing but this machine's C library") + ", with Java "
                + java.version() + ".");
        SharedLibraries shared = SharedLibraries.among(List.of(Service.values()), settings.project());
        List<Service> services = List.of(Service.values()).stream()
                .filter(service -> names.isEmpty() || names.contains(service.code()))
                .toList();
        if (settings.trained() && java.keepsCaches()) {
            buildTrained(services, shared);
        } else {
            for (Service service : services) {
                tell(write(plans.service(service, shared)));
            }
        }
        for (Programs program : Programs.values()) {
            if (names.isEmpty() || names.contains(program.code())) {
                tell(write(program.plan(plans, settings)));
            }
        }
    }

    private void buildTrained(List<Service> services, SharedLibraries shared) throws IOException, InterruptedException {
        ClassCache caches = new ClassCache(settings);
        TrialServers servers = null;
        try {
            for (Service service : services) {
                ImagePlan plan = plans.service(service, shared);
                ImageWriter.Written untrained =
                        writer.write(plan, settings.kept().resolve("untrained.tar"));
                Path cache = caches.kept(service, untrained);
                if (Files.notExists(cache)) {
                    servers = servers == null ? new TrialServers(settings.project()) : servers;
                    UnpackedImage image =
                            UnpackedImage.of(untrained.tar(), settings.kept().resolve("unpacked"));
                    caches.record(service, image, cache, servers.settings(), servers.addresses());
                }
                tell(write(ClassCache.in(plan, cache, java.version())));
            }
        } finally {
            if (servers != null) {
                servers.close();
            }
        }
    }

    /** Writes one image without a cache. */
    ImageWriter.Written untrained(Service service, SharedLibraries shared, Path tar)
            throws IOException, InterruptedException {
        return writer.write(plans.service(service, shared), tar);
    }

    private ImageWriter.Written write(ImagePlan plan) throws IOException, InterruptedException {
        return writer.write(plan, settings.output().resolve(plan.name() + ".tar"));
    }

    private static void tell(ImageWriter.Written image) throws IOException {
        System.out.printf("%-40s %6.1f MB  %s%n", image.tar().getFileName(), image.bytes() / MEGABYTE, image.id());
    }
}

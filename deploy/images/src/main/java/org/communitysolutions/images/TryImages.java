package org.communitysolutions.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.Service;

/**
 * Starts each service out of its image in {@code target/images}, once without and once with its cache of classes, and says in
 * lines of name=value how soon it is ready and what it holds in memory then.
 */
public final class TryImages {

    private TryImages() {}

    /** Arguments: services; none for all whose image is there. */
    public static void main(String[] names) throws IOException, InterruptedException {
        ProjectTree project = ProjectTree.find();
        ImageSettings settings = ImageSettings.from(System.getenv(), project);
        List<Service> services = List.of(Service.values()).stream()
                .filter(service -> names.length == 0 || List.of(names).contains(service.code()))
                .filter(service -> Files.exists(tar(settings, service)))
                .toList();
        try (TrialServers servers = new TrialServers(project)) {
            for (Service service : services) {
                tryOut(service, settings, servers);
            }
        } catch (ServerException known) {
            System.err.println(known.getMessage());
            System.exit(1);
        }
        System.exit(0);
    }

    private static Path tar(ImageSettings settings, Service service) {
        return settings.output().resolve(service.code() + ".tar");
    }

    private static void tryOut(Service service, ImageSettings settings, TrialServers servers)
            throws IOException, InterruptedException {
        UnpackedImage image =
                UnpackedImage.of(tar(settings, service), settings.kept().resolve("unpacked"));
        String heap = "-Duser.timezone=UTC -Xmx" + service.heapMegabytes() + "m";
        boolean trained = image.entrypoint().stream().anyMatch(option -> option.startsWith("-XX:AOTCache="));
        // The first start migrates the database, and the first read of the files is from the disk.
        run(service, image, heap + (trained ? " -XX:AOTMode=off" : ""), servers);
        tell(service, "without_cache", run(service, image, heap + (trained ? " -XX:AOTMode=off" : ""), servers));
        if (trained) {
            // A cache that does not fit is an error here.
            run(service, image, heap + " -XX:AOTMode=on", servers);
            tell(service, "with_cache", run(service, image, heap + " -XX:AOTMode=on", servers));
        }
    }

    /** Seconds until it was ready, and MB then. */
    private record Figures(double seconds, double megabytes) {}

    private static Figures run(Service service, UnpackedImage image, String options, TrialServers servers)
            throws IOException, InterruptedException {
        try (ServiceRun run = ServiceRun.start(
                service, image, Sandbox.command(image), options, servers.settings(), servers.addresses())) {
            if (!run.refusesWithoutToken(service)) {
                throw new ServerException(service.code() + " answers who has no token.");
            }
            return new Figures(run.secondsToReady(), run.megabytes());
        }
    }

    private static void tell(Service service, String how, Figures figures) {
        String name = service.code().replace('-', '_') + "_" + how;
        System.out.printf(Locale.ROOT, "%s_ready_s=%.2f%n", name, figures.seconds());
        System.out.printf(Locale.ROOT, "%s_resident_mb=%.0f%n", name, figures.megabytes());
    }
}

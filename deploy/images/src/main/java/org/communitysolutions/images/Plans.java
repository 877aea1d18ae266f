package org.communitysolutions.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitysolutions.local.Service;
import org.communitysolutions.local.ServiceJvm;

/** What the images hold: below, the same in all, then libraries, then what is our own. */
final class Plans {

    /** Where a service lies in its image. */
    static final String APPLICATION = "/app";

    private static final String BILLS = "/usr/share/sbom";

    private final ImageSettings settings;
    private final JavaRuntime java;

    Plans(ImageSettings settings, JavaRuntime java) {
        this.settings = settings;
        this.java = java;
    }

    /** The image of a built service, without a cache of its classes. */
    ImagePlan service(Service service, SharedLibraries shared) throws IOException, InterruptedException {
        Path application = service.application(settings.project());
        String title = "The service " + service.code() + " of Community Solutions.";
        Path bill = bill(service.code(), title, Packaged.ofService(application));
        List<FileEntriesLayer> layers = ground();
        layers.addAll(shared.layers(application));
        List<String> entrypoint = new ArrayList<>(List.of(JavaRuntime.HOME + "/bin/java"));
        entrypoint.addAll(ServiceJvm.inContainer(service, java.version()));
        entrypoint.addAll(List.of("-jar", APPLICATION + "/quarkus-run.jar"));
        return new ImagePlan(service.code(), title, settings.base(), layers, List.copyOf(entrypoint), environment())
                .with(Layers.files("bill of materials", List.of(bill), BILLS));
    }

    /** An image of a program that is a main class and the jars it needs. */
    ImagePlan program(String name, String title, List<Path> jars, List<Path> own, List<String> options)
            throws IOException, InterruptedException {
        Path bill = bill(name, title, Packaged.ofRepositories(jars));
        List<FileEntriesLayer> layers = ground();
        layers.add(Layers.files("libraries", jars, APPLICATION + "/lib"));
        layers.add(Layers.files("program", own, APPLICATION));
        List<String> entrypoint = new ArrayList<>(
                List.of(JavaRuntime.HOME + "/bin/java", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        entrypoint.addAll(options);
        return new ImagePlan(name, title, settings.base(), layers, List.copyOf(entrypoint), environment())
                .with(Layers.files("bill of materials", List.of(bill), BILLS));
    }

    /** Debezium among the plugins of somebody else's image of Kafka Connect, which starts as it always does. */
    ImagePlan plugin(String name, String title, String base, List<Path> jars) throws IOException {
        Path bill = new BillOfMaterials(name, title, settings.version())
                .withJars(Packaged.ofRepositories(jars))
                .withBase(base)
                .write(settings.output().resolve(name + ".cdx.json"));
        List<FileEntriesLayer> layers = List.of(
                Layers.files("plugin", jars, "/opt/kafka/plugins/debezium-postgres"),
                Layers.files("bill of materials", List.of(bill), BILLS));
        return new ImagePlan(name, title, Optional.of(base), layers, List.of(), Map.of());
    }

    private List<FileEntriesLayer> ground() throws IOException, InterruptedException {
        List<FileEntriesLayer> layers = new ArrayList<>();
        if (settings.base().isEmpty()) {
            layers.add(MachineLibraries.layer(java, settings.kept().resolve("machine")));
        }
        layers.add(java.layer());
        return layers;
    }

    private Path bill(String name, String title, List<Packaged> jars) throws IOException, InterruptedException {
        BillOfMaterials bill = new BillOfMaterials(name, title, settings.version())
                .withJars(jars)
                .withJava(java.version());
        if (settings.base().isPresent()) {
            bill.withBase(settings.base().get());
        } else {
            bill.withMachine(MachineLibraries.version());
        }
        return bill.write(Files.createDirectories(settings.output()).resolve(name + ".cdx.json"));
    }

    /** Whoever runs an image says where servers are; the share of memory for the heap is theirs to change too. */
    static Map<String, String> environment() {
        return Map.of(
                "HTTP_HOST", "0.0.0.0",
                "QUARKUS_HTTP_PORT", Integer.toString(ImagePlan.PORT),
                "JAVA_TOOL_OPTIONS", "-XX:MaxRAMPercentage=50 -Duser.timezone=UTC",
                "LANG", "C.UTF-8",
                "MALLOC_ARENA_MAX", "2");
    }
}

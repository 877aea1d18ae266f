package org.communitysolutions.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.communitysolutions.embedded.Addresses;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.embedded.Server;
import org.communitysolutions.embedded.SharedServers;
import org.communitysolutions.local.RunSettings;
import org.communitysolutions.local.Service;
import org.cyclonedx.Version;
import org.cyclonedx.model.Component;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The image of one service, without a cache of its classes, which `scripts/images` records. */
class ServiceImageIT {

    private static final Service SERVICE = Service.VOLUNTEER_COORDINATION;
    private static final ProjectTree PROJECT = ProjectTree.find();
    private static final Path FOLDER = PROJECT.root().resolve("deploy/images/target/it");
    private static final ImageSettings SETTINGS = ImageSettings.from(Map.of(), PROJECT);

    private static ImageWriter.Written image;
    private static UnpackedImage unpacked;

    @BeforeAll
    static void build() throws Exception {
        image = write("once.tar");
        unpacked = UnpackedImage.of(image.tar(), FOLDER.resolve("unpacked"));
    }

    private static ImageWriter.Written write(String file) throws Exception {
        SharedLibraries shared = SharedLibraries.among(List.of(Service.values()), PROJECT);
        return new BuildImages(SETTINGS).untrained(SERVICE, shared, FOLDER.resolve(file));
    }

    @Test
    void theSameContentsGiveTheSameImageWhateverTheirTimes() throws Exception {
        Path jar = SERVICE.application(PROJECT).resolve("quarkus-run.jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));

        ImageWriter.Written again = write("again.tar");

        assertThat(again.id()).isEqualTo(image.id());
        assertThat(BillOfMaterials.digest(again.tar())).isEqualTo(BillOfMaterials.digest(image.tar()));
    }

    @Test
    void itRunsReadOnlyAsItsOwnUserAndRefusesWhoHasNoToken() throws Exception {
        Addresses servers = SharedServers.join(Set.of(Server.POSTGRESQL, Server.KAFKA));
        RunSettings run =
                RunSettings.onFreePorts(PROJECT, FOLDER.resolve("run")).settled();

        try (ServiceRun service =
                ServiceRun.start(SERVICE, unpacked, Sandbox.command(unpacked), "-Xmx128m", run, servers)) {
            assertThat(service.refusesWithoutToken(SERVICE)).isTrue();

            Path process = Path.of("/proc", Long.toString(service.pid()));
            assertThat(Files.readString(process.resolve("uid_map")).strip()).startsWith("10001 ");
            assertThat(Files.readAllLines(process.resolve("status"))).contains("CapEff:\t0000000000000000");
            assertThat(mounts(process, "/")).allMatch(options -> options.startsWith("ro"));
            assertThat(mounts(process, "/tmp")).allMatch(options -> options.startsWith("rw"));
        }
    }

    private static List<String> mounts(Path process, String place) throws Exception {
        List<String> options = Files.readAllLines(process.resolve("mountinfo")).stream()
                .map(line -> line.split(" ", -1))
                .filter(fields -> fields[4].equals(place))
                .map(fields -> fields[5])
                .toList();
        assertThat(options).isNotEmpty();
        return options;
    }

    @Test
    void itsBillOfMaterialsListsEveryJarAndJavaAndIsCycloneDx() throws Exception {
        Path bill = unpacked.root().resolve("usr/share/sbom/" + SERVICE.code() + ".cdx.json");

        assertThat(new JsonParser().validate(bill.toFile(), Version.VERSION_16)).isEmpty();
        List<Component> components = new JsonParser().parse(bill.toFile()).getComponents();
        Set<String> listed = components.stream()
                .filter(component -> component.getHashes() != null)
                .map(component -> component.getHashes().getFirst().getValue())
                .collect(Collectors.toSet());
        Set<String> there = new TreeSet<>();
        for (Path file : Folders.files(unpacked.root().resolve("app/lib"))) {
            there.add(BillOfMaterials.digest(file));
        }
        assertThat(listed).containsAll(there);
        assertThat(components).extracting(Component::getName).contains("openjdk", "glibc", "quarkus-rest");
    }
}

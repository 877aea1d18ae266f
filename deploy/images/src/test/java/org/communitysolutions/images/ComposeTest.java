package org.communitysolutions.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.communitysolutions.embedded.Databases;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.embedded.Server;
import org.communitysolutions.local.Service;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ComposeTest {

    private static final Path ROOT = ProjectTree.find().root();
    private static final Path FOLDER = ROOT.resolve("deploy/compose");
    private static final JsonNode COMPOSE = read(FOLDER.resolve("compose.yaml"));
    private static final String REGISTRY = "${IMAGE_REGISTRY:-registry.example/community-solutions}/";
    private static final String VERSION = ":${IMAGE_VERSION:-0.1.0}";

    @Test
    void theFileIsWhatTheSpecificationOfComposeAllows() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/schemas/compose-spec.json")) {
            JsonNode schema = new ObjectMapper().readTree(in);

            var violations = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(SchemaLocation.of("https://compose.example/"), schema)
                    .validate(COMPOSE);

            assertThat(violations).isEmpty();
        }
    }

    @Test
    void everyServiceIsThereUnderItsNameAndPort() {
        for (Service service : Service.values()) {
            JsonNode container = container(service.code());

            assertThat(container.path("image").asText()).isEqualTo(REGISTRY + service.code() + VERSION);
            assertThat(texts(container.path("ports")))
                    .containsExactly("127.0.0.1:" + service.defaultPort() + ":" + ImagePlan.PORT);
        }
    }

    @Test
    void everyImageIsMadeHereOrOfAServer() {
        Set<String> own = Stream.concat(
                        Stream.of(Service.values()).map(Service::code),
                        Stream.of(Programs.values()).map(Programs::code))
                .map(name -> REGISTRY + name + VERSION)
                .collect(Collectors.toSet());

        assertThat(containers().values())
                .extracting(container -> container.path("image").asText())
                .allMatch(image -> own.contains(image)
                        || Set.of("postgres:18.6", "apache/kafka:4.2.1", "quay.io/keycloak/keycloak:26.7.3")
                                .contains(image))
                .containsAll(own);
    }

    @Test
    void serversAreOfTheVersionsThatTestsRunOn() throws IOException {
        String versions = Files.readString(ROOT.resolve("deploy/embedded/servers/pom.xml"));

        for (String server : List.of("postgresql", "kafka", "keycloak")) {
            String tag = container(server).path("image").asText().replaceFirst(".*:", "");
            assertThat(versions).containsPattern(">" + tag.replace(".", "\\.") + "(\\.0)?<");
        }
    }

    @Test
    void everyServiceIsToldAllThatItDoesNotStartWithoutAndNothingItDoesNotKnow() throws IOException {
        for (Service service : Service.values()) {
            String settings = settings(service);
            Map<String, String> told = environment(container(service.code()));

            assertThat(told.keySet())
                    .containsAll(variables(settings, "\\$\\{([A-Z_]+)\\}"))
                    .allMatch(variable -> variable.equals("JAVA_TOOL_OPTIONS")
                            || variables(settings, "\\$\\{([A-Z_]+)[:}]").contains(variable)
                            || settings.contains(
                                    variable.toLowerCase(Locale.ROOT).replace('_', '.'))
                            || variable.startsWith("QUARKUS_OIDC_"));
            assertThat(told)
                    .containsEntry("DATABASE_PASSWORD", Databases.application(service.database()))
                    .containsEntry("DATABASE_OWNER_PASSWORD", Databases.owner(service.database()));
            assertThat(variables(settings, "quarkus\\.rest-client\\.([a-z-]+)\\.url"))
                    .allSatisfy(peer -> assertThat(told)
                            .containsEntry(
                                    peer.toUpperCase(Locale.ROOT).replace('-', '_') + "_URL",
                                    "http://" + peer + ":" + ImagePlan.PORT));
        }
    }

    @Test
    void nothingListensBeyondThisMachineAndServersAreWhereTheEmbeddedOnesAre() {
        assertThat(containers().values())
                .flatExtracting(container -> texts(container.path("ports")))
                .allMatch(port -> port.startsWith("127.0.0.1:"))
                .extracting(port -> port.split(":", -1)[1])
                .contains(Stream.of(Server.values())
                        .map(server -> Integer.toString(server.defaultPort()))
                        .toArray(String[]::new));
    }

    @Test
    void whatIsMountedIsThereAndEveryVolumeIsNamed() {
        Set<String> named = new TreeSet<>();
        COMPOSE.path("volumes").fieldNames().forEachRemaining(named::add);

        assertThat(containers().values())
                .flatExtracting(container -> texts(container.path("volumes")))
                .extracting(volume -> volume.split(":", -1)[0])
                .allMatch(source ->
                        source.startsWith(".") ? Files.exists(FOLDER.resolve(source)) : named.contains(source));
        assertThat(ROOT.resolve("deploy/kafka"))
                .isDirectoryContaining("glob:**/topics.yaml")
                .isDirectoryContaining("glob:**/outbox-connector.json");
    }

    @Test
    void ourOwnContainersWriteNothingButTmpAndHaveNoCapability() {
        containers().forEach((name, container) -> {
            if (container.path("image").asText().startsWith(REGISTRY)) {
                assertThat(container.path("read_only").asBoolean()).as(name).isTrue();
                assertThat(texts(container.path("cap_drop"))).as(name).containsExactly("ALL");
                assertThat(texts(container.path("tmpfs"))).as(name).allMatch(mount -> mount.startsWith("/tmp:"));
                assertThat(container.has("user")).as(name).isEqualTo(name.equals("prepare-realm"));
            }
        });
    }

    @Test
    void theConnectorsWaitForEveryService() {
        String asked = container("prepare-connectors")
                .path("environment")
                .path("SERVICES")
                .asText();

        assertThat(asked.split(" ", -1))
                .containsExactlyInAnyOrder(Stream.of(Service.values())
                        .map(service -> "http://" + service.code() + ":" + ImagePlan.PORT)
                        .toArray(String[]::new));
    }

    private static JsonNode container(String name) {
        return COMPOSE.path("services").path(name);
    }

    private static Map<String, JsonNode> containers() {
        Map<String, JsonNode> containers = new TreeMap<>();
        COMPOSE.path("services").properties().forEach(one -> containers.put(one.getKey(), one.getValue()));
        return containers;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Map<String, String> environment(JsonNode container) {
        Map<String, String> variables = new TreeMap<>();
        container
                .path("environment")
                .properties()
                .forEach(one -> variables.put(one.getKey(), one.getValue().asText()));
        return variables;
    }

    private static Set<String> variables(String settings, String pattern) {
        return Pattern.compile(pattern)
                .matcher(settings)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A service's own settings and those of the shared modules, as text, without what holds in tests only. */
    private static String settings(Service service) throws IOException {
        StringBuilder text = new StringBuilder();
        List<Path> files = Stream.concat(
                        Stream.of("services/" + service.code() + "/src/main/resources/application.properties"),
                        Stream.of("messaging", "transactions", "web")
                                .map(module -> "services/shared/" + module
                                        + "/src/main/resources/META-INF/microprofile-config.properties"))
                .map(ROOT::resolve)
                .toList();
        for (Path file : files) {
            Properties properties = new Properties();
            try (var in = Files.newBufferedReader(file)) {
                properties.load(in);
            }
            properties.stringPropertyNames().stream()
                    .filter(name -> !name.startsWith("%test"))
                    .forEach(name -> text.append(name)
                            .append('=')
                            .append(properties.getProperty(name))
                            .append('\n'));
        }
        return text.toString();
    }

    private static JsonNode read(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object document = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
            return new ObjectMapper().valueToTree(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package org.communitysolutions.debtadvice.extract.mapping;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.communitysolutions.debtadvice.extract.domain.AccountKind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** All mappings: those that come with the service and those in the configured folder. All are checked at the start. */
@ApplicationScoped
public class ExtractMappings {

    private static final String SHIPPED = "extract-mappings/";

    private record Key(AccountKind kind, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return (kind + name).compareTo(other.kind + other.name);
        }
    }

    private final Map<Key, ExtractMapping> mappings = new TreeMap<>();

    /**
     * Reads and checks all mappings.
     *
     * @param shipped names of files that come with the service, without {@code .yaml}
     * @param folder holds further files, each named {@code *.yaml}
     * @throws MappingRefused if one cannot be used, or two have the same name for the same kind of extract
     */
    public ExtractMappings(
            @ConfigProperty(name = "extracts.shipped-mappings") List<String> shipped,
            @ConfigProperty(name = "extracts.mappings-folder") Optional<Path> folder) {
        shipped.forEach(name -> add(SHIPPED + name + ".yaml", resource(SHIPPED + name + ".yaml")));
        folder.ifPresent(this::addAll);
    }

    void start(@Observes StartupEvent start) {
        // Makes the bean at the start, so that a mapping that cannot be used is found then.
    }

    public Optional<ExtractMapping> find(AccountKind kind, String name) {
        return Optional.ofNullable(mappings.get(new Key(kind, name)));
    }

    /** The names of the mappings for that kind of extract. */
    public List<String> names(AccountKind kind) {
        return mappings.keySet().stream()
                .filter(key -> key.kind() == kind)
                .map(Key::name)
                .toList();
    }

    private void addAll(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                add(file.toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of extract mappings, %s, cannot be read".formatted(folder), e);
        }
    }

    private void add(String path, String text) {
        ExtractMapping mapping = MappingCheck.check(path, fingerprint(text), MappingFile.read(path, text));
        if (mappings.putIfAbsent(new Key(mapping.kind(), mapping.name()), mapping) != null) {
            throw new MappingRefused(
                    path,
                    List.of("there is already a mapping '%s' for %s"
                            .formatted(mapping.name(), mapping.kind().code())));
        }
    }

    private static String resource(String path) {
        try (InputStream file = ExtractMappings.class.getClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new MappingRefused(path, List.of("it does not come with the service"));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

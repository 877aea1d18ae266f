package org.communitysolutions.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The rules of the house that classes alone do not show: what stands where, and what depends on what. */
final class TreeRules {

    private static final Set<String> ROOMS = Set.of("services", "contracts", "deploy", "helm", "scripts");
    private static final Set<String> NOUNS =
            Set.of("household", "tenancy", "arrears", "homeless", "safeguard", "volunteer");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

    private TreeRules() {}

    /** What breaks a rule, a line each, sorted. */
    static List<String> violations(Path root) {
        try {
            Set<String> found = new TreeSet<>();
            checkTop(root, found);
            if (Files.exists(root.resolve("contracts/src/main/java"))) {
                found.add("contracts/src/main/java: contracts are data");
            }
            List<Path> services = services(root);
            for (Path service : services) {
                checkDependencies(root, service.resolve("pom.xml"), names(services), found);
            }
            checkNouns(root, found);
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkTop(Path root, Set<String> found) throws IOException {
        for (Path entry : children(root)) {
            String name = entry.getFileName().toString();
            if (Files.isDirectory(entry) && !name.startsWith(".") && !name.equals("target") && !ROOMS.contains(name)) {
                found.add(name + ": not a room of this house");
            }
        }
    }

    private static List<Path> services(Path root) throws IOException {
        Path folder = root.resolve("services");
        return Files.exists(folder)
                ? children(folder).stream()
                        .filter(child -> Files.exists(child.resolve("pom.xml")))
                        .toList()
                : List.of();
    }

    private static List<String> names(List<Path> services) {
        return services.stream()
                .map(service -> service.getFileName().toString())
                .toList();
    }

    private static void checkDependencies(Path root, Path pom, List<String> services, Set<String> found) {
        NodeList dependencies = parse(pom).getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            String artifact = text(dependency, "artifactId");
            if (!text(dependency, "groupId").equals("org.communitysolutions")) {
                continue;
            }
            if (services.contains(artifact)) {
                found.add(root.relativize(pom) + ": services never meet, but it depends on " + artifact);
            }
            if (artifact.equals("shared-testkit") && !text(dependency, "scope").equals("test")) {
                found.add(root.relativize(pom) + ": testkit is test, but its scope is not");
            }
        }
    }

    private static void checkNouns(Path root, Set<String> found) throws IOException {
        for (String module : List.of("transactions", "messaging", "web")) {
            Path main = root.resolve("services/shared").resolve(module).resolve("src/main/java");
            if (Files.exists(main)) {
                for (Path source : sources(main)) {
                    noun(Files.readString(source))
                            .ifPresent(noun ->
                                    found.add(root.relativize(source) + ": shared has no nouns, but it says " + noun));
                }
            }
        }
    }

    private static Optional<String> noun(String source) {
        Matcher comments = COMMENT.matcher(source);
        String code = comments.replaceAll("").toLowerCase(Locale.ROOT);
        return NOUNS.stream().filter(code::contains).sorted().findFirst();
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
        return sources;
    }

    private static Element parse(Path pom) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(pom + " cannot be read", e);
        }
    }

    private static String text(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}

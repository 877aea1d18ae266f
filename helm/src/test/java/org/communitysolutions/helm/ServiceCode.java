package org.communitysolutions.helm;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service needs of the world, as its own settings say.
 *
 * @param name its folder
 * @param reads the topics that it consumes
 * @param calls the services that it calls
 * @param demands the environment variables without which it does not start
 */
record ServiceCode(String name, Set<String> reads, Set<String> calls, Set<String> demands) {

    private static final Pattern CLIENT = Pattern.compile("quarkus\\.rest-client\\.([a-z-]+)\\.url");
    private static final Pattern WITHOUT_DEFAULT = Pattern.compile("\\$\\{([A-Z_]+)\\}");
    private static final List<String> SHARED = List.of("messaging", "transactions", "web");

    static ServiceCode of(String service) {
        Properties own = read(Tree.properties(service));
        Set<String> calls = own.stringPropertyNames().stream()
                .map(CLIENT::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> demands = Stream.concat(Stream.of(own), SHARED.stream().map(ServiceCode::shared))
                .flatMap(settings -> settings.values().stream())
                .flatMap(value -> WITHOUT_DEFAULT.matcher(value.toString()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        return new ServiceCode(service, topics(own), calls, demands);
    }

    static List<ServiceCode> all() {
        return Tree.services().stream().map(ServiceCode::of).toList();
    }

    private static Set<String> topics(Properties own) {
        return own.stringPropertyNames().stream()
                .filter(name ->
                        name.equals("stream.topics") || name.matches("mp\\.messaging\\.incoming\\.[^.]+\\.topics?"))
                .flatMap(name -> Arrays.stream(own.getProperty(name).split(",", -1)))
                .map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties shared(String module) {
        return read(
                Tree.file("services/shared/" + module + "/src/main/resources/META-INF/microprofile-config.properties"));
    }

    private static Properties read(Path file) {
        Properties settings = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            settings.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return settings;
    }
}

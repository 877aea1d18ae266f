package org.communitysolutions.local.telemetry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What services export, as they answer to Prometheus (text format 0.0.4). */
public final class Metrics {

    /** What Prometheus itself adds to what it collects, or makes. */
    private static final Set<String> ADDED = Set.of("job", "namespace", "pod", "instance");

    private static final Set<String> MADE = Set.of("up");

    private static final Pattern SAMPLE =
            Pattern.compile("(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(?<labels>.*)})? (?<value>\\S+).*");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, List<Map<String, String>>> samples = new TreeMap<>();
    private final Set<String> described = new HashSet<>();

    /** Adds what one service answered. */
    public void add(String scrape) {
        scrape.lines().forEach(line -> {
            Matcher sample = SAMPLE.matcher(line);
            if (line.startsWith("# HELP ")) {
                String[] words = line.split(" ", 4);
                if (words.length == 4 && !words[3].isBlank()) {
                    described.add(words[2]);
                }
            } else if (!line.startsWith("#") && sample.matches()) {
                samples.computeIfAbsent(sample.group("name"), name -> new ArrayList<>())
                        .add(labels(sample.group("labels")));
            }
        });
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new HashMap<>();
        if (text != null) {
            Matcher label = LABEL.matcher(text);
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
        }
        return labels;
    }

    /** What is asked for in dashboards and alerts and exported by nobody, each with where it is asked for. */
    public Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        Observability.expressions().forEach((where, expression) -> {
            for (PromQl.Asked asked : PromQl.asked(expression)) {
                if (!MADE.contains(asked.metric()) && !isExported(asked)) {
                    missing.add("%s: %s%s".formatted(where, asked.metric(), asked.labels()));
                }
            }
        });
        return missing;
    }

    private boolean isExported(PromQl.Asked asked) {
        Set<String> own = new TreeSet<>(asked.labels());
        own.removeAll(ADDED);
        return samples.getOrDefault(asked.metric(), List.of()).stream()
                .anyMatch(labels -> labels.keySet().containsAll(own));
    }

    /** The metrics of the project itself that say nothing of what they are. */
    public Set<String> undescribed(Set<String> prefixes) {
        Set<String> undescribed = new TreeSet<>(samples.keySet());
        undescribed.removeIf(name -> prefixes.stream().noneMatch(name::startsWith)
                || described.contains(name)
                || described.contains(name.replaceAll("_(bucket|sum|count|max|total)$", "")));
        return undescribed;
    }

    /** All values of all labels. */
    public Set<String> labelValues() {
        Set<String> values = new TreeSet<>();
        samples.values().forEach(all -> all.forEach(labels -> values.addAll(labels.values())));
        return values;
    }

    /** The labels of a metric's samples. */
    public List<Map<String, String>> of(String name) {
        return samples.getOrDefault(name, List.of());
    }
}

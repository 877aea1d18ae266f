package org.communitysolutions.risk.rules.loading;

import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One entry of a YAML file that knows where it stands, so that what is wrong with it can be pointed at. */
final class Entry {

    private static final String CODE = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final int LONGEST_CODE = 60;

    private final String file;
    private final String name;
    private final Node node;

    private Entry(String file, String name, Node node) {
        this.file = file;
        this.name = name;
        this.node = node;
    }

    /**
     * Reads a whole file.
     *
     * @throws RulesRefused if it is not YAML
     */
    static Entry read(String file, Reader text) {
        try {
            LoaderOptions options = new LoaderOptions();
            // A list that repeats lists that repeat lists is a page long and never read to its end.
            options.setMaxAliasesForCollections(0);
            Node root = new Yaml(options).compose(text);
            if (root == null) {
                throw new RulesRefused(new Refusal(file, 1, 1, "is empty"));
            }
            return new Entry(file, "the file", root);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark();
            throw new RulesRefused(new Refusal(
                    file,
                    mark == null ? 1 : mark.getLine() + 1,
                    mark == null ? 1 : mark.getColumn() + 1,
                    "is not YAML: " + e.getProblem()));
        } catch (YAMLException e) {
            throw new RulesRefused(new Refusal(file, 1, 1, "is not YAML: " + e.getMessage()));
        }
    }

    String file() {
        return file;
    }

    String name() {
        return name;
    }

    RulesRefused refuse(String expected) {
        String found = node instanceof ScalarNode scalar ? " is '" + scalar.getValue() + "'," : "";
        return refused("%s%s expected %s".formatted(name, found, expected));
    }

    private RulesRefused refused(String why) {
        Mark mark = node.getStartMark();
        return new RulesRefused(new Refusal(file, mark.getLine() + 1, mark.getColumn() + 1, why));
    }

    /** The entries of a mapping by key, which must all be among {@code allowed}. */
    Map<String, Entry> fields(String... allowed) {
        Map<String, Entry> fields = fields();
        Set<String> known = Set.of(allowed);
        fields.forEach((key, value) -> {
            if (!known.contains(key)) {
                throw value.refused(
                        "%s has '%s', expected only %s".formatted(name, key, String.join(", ", new TreeSet<>(known))));
            }
        });
        return fields;
    }

    /** The entries of a mapping by key, in the file's order. */
    Map<String, Entry> fields() {
        if (!(node instanceof MappingNode mapping)) {
            throw refuse("a mapping of names to values");
        }
        Map<String, Entry> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode plain)) {
                throw refuse("names that are plain words");
            }
            String key = plain.getValue();
            Entry value = new Entry(file, key, tuple.getValueNode());
            if (fields.put(key, value) != null) {
                throw value.refuse("'%s' once only".formatted(key));
            }
        }
        return fields;
    }

    Entry at(String key) {
        return find(key).orElseThrow(() -> refuse("an entry '%s' under it".formatted(key)));
    }

    Optional<Entry> find(String key) {
        return Optional.ofNullable(fields().get(key));
    }

    List<Entry> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw refuse("a list");
        }
        List<Entry> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new Entry(file, "%s[%d]".formatted(name, items.size()), item));
        }
        return items;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw refuse("a text");
    }

    String code() {
        String code = text();
        if (!code.matches(CODE) || code.length() > LONGEST_CODE) {
            throw refuse("a code in lower case with hyphens, of at most %d characters".formatted(LONGEST_CODE));
        }
        return code;
    }

    int whole(int least, int most) {
        return (int) whole((long) least, (long) most);
    }

    long whole(long least, long most) {
        try {
            long number = Long.parseLong(text());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notWhole) {
            throw refuse("a whole number, %d to %d".formatted(least, most));
        }
        throw refuse("a whole number, %d to %d".formatted(least, most));
    }

    LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeParseException e) {
            throw refuse("a date such as 2026-04-01");
        }
    }

    String oneOf(Set<String> values) {
        String value = text();
        if (!values.contains(value)) {
            throw refuse("one of " + String.join(", ", new TreeSet<>(values)));
        }
        return value;
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        Map<String, E> constants = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            constants.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return constants.get(oneOf(constants.keySet()));
    }
}

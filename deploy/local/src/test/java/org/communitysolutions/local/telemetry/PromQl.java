package org.communitysolutions.local.telemetry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads out of an expression of Prometheus which metrics it asks for, with which labels. What it does not know it refuses. */
final class PromQl {

    /** A metric and the labels by which it is chosen or grouped. */
    record Asked(String metric, Set<String> labels) {}

    private static final Pattern TOKEN = Pattern.compile("\\s+|(?<string>\"[^\"]*\")"
            + "|(?<range>\\[(?:[0-9]+[smhdw]|\\$__rate_interval|\\$__range)(?::[0-9]*[smhdw]?)?])"
            + "|(?<number>[0-9]+(?:\\.[0-9]+)?(?:e[0-9]+)?[smhdw]?)"
            + "|(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)"
            + "|(?<sign>=~|!~|!=|==|>=|<=|[-+*/%^<>=(){},])");
    private static final Set<String> GROUPING = Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");
    private static final Set<String> FUNCTIONS = Set.of(
            "sum",
            "max",
            "min",
            "avg",
            "count",
            "topk",
            "rate",
            "increase",
            "histogram_quantile",
            "max_over_time",
            "clamp_min");

    private final String expression;
    private final List<String> tokens = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final Set<String> grouped = new TreeSet<>();

    private PromQl(String expression) {
        this.expression = expression;
        Matcher matcher = TOKEN.matcher(expression);
        int at = 0;
        while (at < expression.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw refused("cannot be read from: " + expression.substring(at));
            }
            if (!matcher.group().isBlank()) {
                tokens.add(matcher.group());
            }
            at = matcher.end();
        }
    }

    /**
     * What the expression asks for; labels that it groups by count for each metric of it.
     *
     * @throws IllegalArgumentException if it is none, or uses what is not known here
     */
    static List<Asked> asked(String expression) {
        PromQl read = new PromQl(expression);
        read.read();
        return read.asked.stream()
                .map(one -> {
                    Set<String> labels = new TreeSet<>(one.labels());
                    labels.addAll(read.grouped);
                    return new Asked(one.metric(), labels);
                })
                .toList();
    }

    private void read() {
        Deque<String> open = new ArrayDeque<>();
        for (int at = 0; at < tokens.size(); at++) {
            String token = tokens.get(at);
            String next = at + 1 < tokens.size() ? tokens.get(at + 1) : "";
            if (token.equals("(")) {
                open.push(token);
            } else if (token.equals(")")) {
                if (open.poll() == null) {
                    throw refused("closes more than it opens");
                }
            } else if (token.equals("{")) {
                throw refused("chooses by labels without a metric");
            } else if (GROUPING.contains(token)) {
                at = labels(at + 1, "(", ")", grouped);
            } else if (Character.isLetter(token.charAt(0)) || token.charAt(0) == '_') {
                at = named(at, token.toLowerCase(Locale.ROOT), next);
            }
        }
        if (!open.isEmpty()) {
            throw refused("opens more than it closes");
        }
    }

    private int named(int at, String token, String next) {
        if (WORDS.contains(token)) {
            return at;
        }
        if (FUNCTIONS.contains(token)) {
            if (!next.equals("(") && !GROUPING.contains(next)) {
                throw refused("uses " + token + " as no function");
            }
            return at;
        }
        if (next.equals("(")) {
            throw refused("uses the function " + token + ", which is not known here");
        }
        Set<String> labels = new TreeSet<>();
        asked.add(new Asked(tokens.get(at), labels));
        return next.equals("{") ? labels(at + 1, "{", "}", labels) : at;
    }

    /** Reads the names in a bracket; tells where it closes. */
    private int labels(int at, String opening, String closing, Set<String> labels) {
        if (!tokens.get(at).equals(opening)) {
            throw refused("lacks " + opening + " before " + tokens.get(at));
        }
        for (int next = at + 1; next < tokens.size(); next++) {
            String token = tokens.get(next);
            if (token.equals(closing)) {
                return next;
            }
            if (Character.isLetter(token.charAt(0)) || token.charAt(0) == '_') {
                labels.add(token);
            }
        }
        throw refused("lacks " + closing);
    }

    private IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(expression + " " + why);
    }
}

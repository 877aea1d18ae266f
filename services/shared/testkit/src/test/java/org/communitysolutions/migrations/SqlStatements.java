package org.communitysolutions.migrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A migration as its statements, without comments, in small letters and with single blanks; what is quoted stays as it is. */
final class SqlStatements {

    private static final Pattern PART = Pattern.compile("""
            (?<comment>--[^\\n]*|/\\*.*?\\*/)|(?<quoted>'(?:[^']|'')*'|"(?:[^"]|"")*"|(\\$[a-z_]*\\$).*?\\3)|(?<end>;)|(?<blank>\\s+)|(?<other>.)\
            """, Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private SqlStatements() {}

    static List<String> of(String sql) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        Matcher parts = PART.matcher(sql);
        while (parts.find()) {
            if (parts.group("end") != null) {
                add(statements, statement);
            } else if (parts.group("comment") != null || parts.group("blank") != null) {
                blank(statement);
            } else if (parts.group("quoted") != null) {
                statement.append(parts.group());
            } else {
                statement.append(parts.group().toLowerCase(Locale.ROOT));
            }
        }
        add(statements, statement);
        return List.copyOf(statements);
    }

    private static void blank(StringBuilder statement) {
        if (!statement.isEmpty() && statement.charAt(statement.length() - 1) != ' ') {
            statement.append(' ');
        }
    }

    private static void add(List<String> statements, StringBuilder statement) {
        if (!statement.toString().isBlank()) {
            statements.add(statement.toString().strip());
        }
        statement.setLength(0);
    }

    /** The parts of a list, which commas divide that stand in no brackets and no quotes. */
    static List<String> listed(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int from = 0;
        for (int at = 0; at < list.length(); at++) {
            char letter = list.charAt(at);
            if (letter == '\'') {
                quoted = !quoted;
            } else if (!quoted && letter == '(') {
                depth++;
            } else if (!quoted && letter == ')') {
                depth--;
            } else if (!quoted && letter == ',' && depth == 0) {
                parts.add(list.substring(from, at).strip());
                from = at + 1;
            }
        }
        parts.add(list.substring(from).strip());
        return parts;
    }
}

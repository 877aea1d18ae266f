package org.communitysolutions.migrations;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a migration only adds, so that the release before goes on working with the schema that it leaves (decision 10).
 * It knows what is harmless and refuses all else. What the migration itself has made it may do anything with, as nobody
 * else uses it yet.
 */
final class Expansion {

    private static final String NAME = "([a-z_][a-z0-9_]*)";
    private static final Pattern CREATE_TABLE = Pattern.compile("create table (?:if not exists )?" + NAME + "\\b.*");
    private static final Pattern CREATE_INDEX = Pattern.compile(
            "create (unique )?index (?:concurrently )?(?:if not exists )?" + NAME + " on " + NAME + "\\b.*");
    /** Replaces nothing: what is new has no users. */
    private static final Pattern CREATE_OTHER =
            Pattern.compile("create (?:view|function|type|domain|sequence|publication|extension) .*");

    private static final Pattern ON_TABLE = Pattern.compile(
            "(?:create policy " + NAME + "|create trigger .*?|revoke [a-z, ]+) on (?:table )?" + NAME + "\\b.*");
    private static final Pattern ALTER_TABLE = Pattern.compile("alter table (?:only )?" + NAME + " (.*)");
    private static final Pattern ADD_COLUMN = Pattern.compile("add column (?:if not exists )?" + NAME + " (.*)");
    private static final Pattern INSERT = Pattern.compile("insert into " + NAME + "\\b.*");
    private static final Pattern UPDATE = Pattern.compile("update " + NAME + "(?: (?:as )?" + NAME + ")? set (.*)");
    private static final Pattern ASSIGNED = Pattern.compile(NAME + " = .*");
    private static final Pattern HARMLESS = Pattern.compile("(?:grant|comment on|select set_config\\() ?.*");
    private static final Pattern REFUSES_OLD_ROWS = Pattern.compile("\\b(unique|primary key|exclude)\\b");

    private final Set<String> tables = new HashSet<>();
    private final Set<String> columns = new HashSet<>();
    private final List<String> refused = new ArrayList<>();

    private Expansion() {}

    /** The statements that may break the release before, each with the reason; none if the migration only adds. */
    static List<String> refused(String sql) {
        Expansion expansion = new Expansion();
        SqlStatements.of(sql).forEach(expansion::look);
        return expansion.refused;
    }

    private void look(String statement) {
        reason(statement)
                .ifPresent(reason ->
                        refused.add(reason + ": " + statement.substring(0, Math.min(statement.length(), 100))));
    }

    private Optional<String> reason(String statement) {
        Matcher table = CREATE_TABLE.matcher(statement);
        if (table.matches()) {
            tables.add(table.group(1));
            return Optional.empty();
        }
        Matcher index = CREATE_INDEX.matcher(statement);
        if (index.matches()) {
            return index.group(1) == null
                    ? Optional.empty()
                    : unlessNew(index.group(3), "refuses rows that were taken");
        }
        Matcher on = ON_TABLE.matcher(statement);
        if (on.matches()) {
            return unlessNew(on.group(2), "takes away what the release before may do");
        }
        Matcher alter = ALTER_TABLE.matcher(statement);
        if (alter.matches()) {
            return tables.contains(alter.group(1)) ? Optional.empty() : altered(alter.group(1), alter.group(2));
        }
        Matcher insert = INSERT.matcher(statement);
        if (insert.matches()) {
            return unlessNew(insert.group(1), "adds rows that the release before does not expect");
        }
        Matcher update = UPDATE.matcher(statement);
        if (update.matches()) {
            return updated(update.group(1), update.group(3));
        }
        boolean harmless = CREATE_OTHER.matcher(statement).matches()
                || HARMLESS.matcher(statement).matches();
        return harmless ? Optional.empty() : Optional.of("is not known to be harmless");
    }

    private Optional<String> unlessNew(String table, String reason) {
        return tables.contains(table) ? Optional.empty() : Optional.of(reason);
    }

    private Optional<String> altered(String table, String actions) {
        for (String action : SqlStatements.listed(actions)) {
            Matcher added = ADD_COLUMN.matcher(action);
            if (!added.matches()) {
                return Optional.of("changes what the release before uses");
            }
            String definition = added.group(2);
            if ((definition.contains("not null") && !definition.contains("default "))
                    || REFUSES_OLD_ROWS.matcher(definition).find()) {
                return Optional.of("refuses the rows that the release before writes");
            }
            columns.add(table + "." + added.group(1));
        }
        return Optional.empty();
    }

    /** Columns that are new may be filled. */
    private Optional<String> updated(String table, String assignments) {
        String before = assignments.split(" from | where ", 2)[0];
        for (String assignment : SqlStatements.listed(before)) {
            Matcher assigned = ASSIGNED.matcher(assignment);
            boolean isNew = assigned.matches() && columns.contains(table + "." + assigned.group(1));
            if (!tables.contains(table) && !isNew) {
                return Optional.of("changes what the release before has written");
            }
        }
        return Optional.empty();
    }
}

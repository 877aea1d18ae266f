package org.communitysolutions.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationFilesTest {

    private static final String RELEASED = "create table thing (id uuid primary key)";

    @Test
    void theReleaseBeforeGoesOnWorkingWithTheSchemaOfThisOne() {
        assertThat(MigrationFiles.in(root()).troubles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table thing add column colour text",
                "alter table thing add column colour text not null default 'grey', add column size integer",
                "alter table thing add column other uuid check (other <> id); update thing set other = id where true",
                "create index thing_colour on thing (colour)",
                "create table part (id uuid, thing uuid references thing); create unique index part_id on part (id);"
                        + " alter table part enable row level security; create policy p on part using (true); insert into"
                        + " part (id) select id from thing; alter table part alter column thing set not null",
                "-- drop table thing;\n/* drop table thing; */ grant select on thing to ${app}",
                "create function f() returns text language sql as $$ select 'drop; table' $$",
                "comment on table thing is 'drop column; id'"
            })
    void takesAMigrationThatOnlyAdds(String sql) {
        assertThat(with("V2", sql).troubles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table thing",
                "alter table thing drop column id",
                "alter table thing rename column id to number",
                "ALTER TABLE thing RENAME TO things",
                "alter table thing alter column id type text",
                "alter table thing alter column id set not null",
                "alter table thing add column colour text not null",
                "alter table thing add column colour text unique",
                "alter table thing add column colour text, drop column id",
                "alter table thing add constraint named check (id is not null)",
                "alter table \"thing\" drop column id",
                "create unique index thing_colour on thing (colour)",
                "create policy p on thing using (false)",
                "create or replace function f() returns text language sql as $$ select 'a' $$",
                "revoke update on thing from ${app}",
                "update thing set id = gen_random_uuid()",
                "delete from thing",
                "insert into thing (id) values (gen_random_uuid())",
                "truncate thing",
                "do $$ begin execute 'drop table thing'; end $$",
                "create table part (id uuid); drop table thing"
            })
    void refusesOneThatMayBreakTheReleaseBefore(String sql) {
        assertThat(with("V2", sql).troubles()).hasSize(1).first().asString().startsWith("V2");
    }

    @Test
    void letsAMigrationContractWhatAReleasedOneNoLongerUses() {
        String sql = "-- Contracts what %s no longer uses: thing, empty since then.\ndrop table thing";

        assertThat(with("V2", sql.formatted("0.1.0")).troubles()).isEmpty();
        assertThat(with("V2", sql.formatted("0.2.0")).troubles())
                .singleElement()
                .asString()
                .contains("no release yet");
    }

    @Test
    void noticesThatAReleasedMigrationWasChangedOrTakenAway() {
        assertThat(with("V1", RELEASED + " ").troubles()).containsExactly("V1 was released and has been changed since");
        assertThat(new MigrationFiles(Map.of(), with("V2", "").released(), Set.of()).troubles())
                .containsExactly("V1 was released and is gone");
    }

    private static MigrationFiles with(String file, String sql) {
        return new MigrationFiles(
                file.equals("V1") ? Map.of("V1", sql) : Map.of("V1", RELEASED, file, sql),
                Map.of("V1", MigrationFiles.digest(RELEASED)),
                Set.of("0.1.0"));
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve(".mvn")))
                .findFirst()
                .orElseThrow();
    }
}

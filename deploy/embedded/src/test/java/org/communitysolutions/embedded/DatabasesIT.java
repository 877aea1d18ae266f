package org.communitysolutions.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DatabasesIT {

    private final Addresses addresses = RunningServers.get().addresses();

    @ParameterizedTest
    @FieldSource("org.communitysolutions.embedded.Databases#ALL")
    void anApplicationWorksWithRowsButOwnsNothing(String database) throws SQLException {
        Sql owner = new Sql(addresses, database, Databases.owner(database));
        Sql application = new Sql(addresses, database, Databases.application(database));
        owner.run("create table sample (id bigint generated always as identity, name text)");

        application.run("insert into sample (name) values ('kept')");
        application.run("update sample set name = 'changed'");

        assertThat(application.one("select name from sample")).isEqualTo("changed");
        assertThat(application.one("select tableowner from pg_tables where tablename = 'sample'"))
                .isEqualTo(Databases.owner(database));
        assertThat(
                        application.one(
                                "select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole from pg_roles where rolname = current_user"))
                .isEqualTo("f");
        assertThatThrownBy(() -> application.run("create table mine (id int)"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> application.run("drop table sample")).hasMessageContaining("must be owner");
        owner.run("drop table sample");
    }

    @Test
    void noServiceReachesTheDatabaseOfAnother() {
        Sql stranger = new Sql(addresses, "debt_advice", Databases.application("intake"));

        assertThatThrownBy(() -> stranger.run("select 1")).hasMessageContaining("permission denied for database");
    }

    @Test
    void theConnectorReadsNoTableThatItWasNotGiven() throws SQLException {
        new Sql(addresses, "risk", Databases.owner("risk")).run("create table secret (id int)");
        Sql connector = new Sql(addresses, "risk", Databases.CONNECTOR);

        assertThatThrownBy(() -> connector.run("select * from secret"))
                .hasMessageContaining("permission denied for table");
    }

    @Test
    void settingsOnWhichTheServicesRelyAreInForce() throws SQLException {
        Sql sql = new Sql(addresses, "postgres", Databases.SUPERUSER);

        assertThat(sql.one("show wal_level")).isEqualTo("logical");
        assertThat(sql.one("show max_slot_wal_keep_size")).isEqualTo("1GB");
        assertThat(sql.one("show fsync")).isEqualTo("on");
        assertThat(sql.one("show synchronous_commit")).isEqualTo("on");
        assertThat(sql.one("show log_timezone")).isEqualTo("UTC");
        assertThat(sql.one("show server_encoding")).isEqualTo("UTF8");
        assertThat(sql.one("show listen_addresses")).isEqualTo("127.0.0.1");
    }
}

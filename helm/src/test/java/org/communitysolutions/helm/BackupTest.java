package org.communitysolutions.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Backups go where the council says, and a restored cluster does not write over those that it came from. */
class BackupTest {

    private static final Place STORE = Place.outside("store", "10.4.0.9");
    private static final int PORT = 9000;

    @Test
    void nothingIsBackedUpUnlessAStoreIsNamed() {
        Manifests manifests = Rendering.DEFAULTS.manifests();

        assertThat(manifests.one("Cluster", "database").at("/spec/plugins").isMissingNode())
                .isTrue();
        assertThat(manifests.ofKind("ObjectStore")).isEmpty();
        assertThat(manifests.ofKind("ScheduledBackup")).isEmpty();
        assertThatThrownBy(() -> Rendering.DEFAULTS.renderWith("platform.postgresql.backup.enabled=true"))
                .hasMessageContaining("values don't meet the specifications of the schema");
    }

    @Test
    void aRestoredClusterBeginsWithTheOldBackupsAndWritesItsOwn() {
        JsonNode cluster =
                Rendering.RESTORED.manifests().one("Cluster", "database").path("spec");
        JsonNode source = cluster.at("/externalClusters/0");
        JsonNode archive = cluster.at("/plugins/0");
        String store = Manifests.name(Rendering.RESTORED.manifests().one("ObjectStore", "database-backup"));

        assertThat(cluster.at("/bootstrap/initdb").isMissingNode()).isTrue();
        assertThat(cluster.at("/bootstrap/recovery/source")).isEqualTo(source.path("name"));
        assertThat(cluster.at("/bootstrap/recovery/recoveryTarget/targetTime").asText())
                .isEqualTo("2026-11-22 14:05:00+00");
        assertThat(source.at("/plugin/parameters/barmanObjectName").asText()).isEqualTo(store);
        assertThat(archive.at("/parameters/barmanObjectName").asText()).isEqualTo(store);
        assertThat(archive.at("/isWALArchiver").asBoolean()).isTrue();
        assertThat(archive.at("/parameters/serverName")).isNotEqualTo(source.at("/plugin/parameters/serverName"));
        assertThatThrownBy(() -> Rendering.RESTORED.renderWith("platform.postgresql.backup.name=database"))
                .hasMessageContaining("another than restore.from");
    }

    @Test
    void onlyTheDatabaseGetsOutToTheStore() {
        Network network = new Network(Rendering.RESTORED.manifests());
        Place database = Place.pod("database", Map.of("cnpg.io/cluster", "database"));
        Place service =
                Place.pod("intake", Map.of("app.kubernetes.io/name", "intake", "app.kubernetes.io/instance", "cs"));

        assertThat(network.allows(database, STORE, PORT)).isTrue();
        assertThat(network.allows(service, STORE, PORT)).isFalse();
        assertThat(new Network(Rendering.DEFAULTS.manifests()).allows(database, STORE, PORT))
                .isFalse();
    }
}

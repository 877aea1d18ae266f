package org.communitysolutions.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Keycloak with the realm of {@code deploy/keycloak}, in a database file of its own. */
final class KeycloakServer implements ServerProcess {

    private static final List<String> BUILD_OPTIONS = List.of(
            "--db=dev-file",
            "--health-enabled=false",
            "--metrics-enabled=false",
            "--features-disabled=organization,ciba,device-flow,par,kerberos,web-authn,passkeys,recovery-codes,"
                    + "identity-brokering-api,ssf,scim-api,workflows,update-email,authzen,step-up-authentication-saml,"
                    + "impersonation,token-exchange-standard,jwt-authorization-grant,client-auth-federated");

    private final Installation installation;
    private final Path home;

    KeycloakServer(Installation installation) {
        this.installation = installation;
        this.home = installation.data(Server.KEYCLOAK);
    }

    @Override
    public Launch prepare() throws IOException {
        Path built = built();
        layHome(built);
        URI base = installation.addresses().keycloak();
        List<String> command = new ArrayList<>();
        command.add(installation.java().java().toString());
        command.addAll(installation.java().compactOptions());
        command.addAll(installation.sharedClasses(Server.KEYCLOAK));
        command.addAll(List.of(
                "-Xms96m",
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:MaxMetaspaceSize=256m",
                // The quick compiler alone halves the work of starting; sign-ins are few here.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Duser.country=GB",
                "-Duser.timezone=UTC",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-cp",
                built.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=" + Ports.LOOPBACK,
                "--http-port=" + base.getPort(),
                "--hostname=" + base,
                "--shutdown-delay=0s"));
        return Launch.of(Server.KEYCLOAK.title(), command, home, installation.log(Server.KEYCLOAK))
                // The administrator of the local Keycloak; local only.
                .withEnvironment(
                        Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", "local-only"));
    }

    /** Unpacks and builds Keycloak, unless that was done with the same version, options and Java. */
    private Path built() throws IOException {
        Path archive = installation.settings().project().keycloakArchive();
        String version = archive.getFileName().toString().replaceAll(".*-(\\d[\\d.]*)\\.tar\\.gz", "$1");
        String key = digest(String.join(" ", BUILD_OPTIONS)).substring(0, 8);
        return Archives.once(
                installation.settings().project().servers().resolve("keycloak-" + version + "-" + key), folder -> {
                    try (InputStream tar = new GZIPInputStream(Files.newInputStream(archive), 1 << 16)) {
                        Archives.untar(tar, folder, "--strip-components=1");
                    }
                    List<String> build =
                            new ArrayList<>(List.of(folder.resolve("bin/kc.sh").toString(), "build"));
                    build.addAll(BUILD_OPTIONS);
                    OneOff.run(
                            build,
                            Map.of("JAVA_HOME", installation.java().home().toString()));
                });
    }

    /** A home in the data folder: the programs by link, the realm to import and the database as its own. */
    private void layHome(Path built) throws IOException {
        String realm = Realm.render(installation.settings());
        Path imported = home.resolve("data/import").resolve(Realm.FILE);
        if (Files.exists(imported) && !Files.readString(imported).equals(realm)) {
            // Another realm file, or other ports: everything in this database came from the file, so it is made anew.
            Archives.deleteTree(home.resolve("data"));
        }
        Files.createDirectories(imported.getParent());
        Files.writeString(imported, realm);
        for (String part : List.of("lib", "conf", "providers", "themes")) {
            Path link = home.resolve(part);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, built.resolve(part));
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    @Override
    public Probe probe() {
        return Probe.http(URI.create(installation.addresses().issuer() + "/.well-known/openid-configuration"));
    }

    @Override
    public Duration limit() {
        return Duration.ofMinutes(3);
    }
}

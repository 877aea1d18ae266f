package org.communitysolutions.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.communitysolutions.embedded.ProjectTree;

/** The services of the platform their default ports and their largest heaps. A new service is a line here. */
public enum Service {
    INTAKE(8101, 192),
    CASE_MANAGEMENT(8102, 192),
    DEBT_ADVICE(8103, 192),
    HOMELESSNESS_PREVENTION(8104, 128),
    EMPLOYMENT_OUTCOMES(8105, 128),
    VOLUNTEER_COORDINATION(8106, 128),
    RISK(8107, 384);

    private final int defaultPort;
    private final int heapMegabytes;

    Service(int defaultPort, int heapMegabytes) {
        this.defaultPort = defaultPort;
        this.heapMegabytes = heapMegabytes;
    }

    /** Those that this checkout builds. */
    static List<Service> in(ProjectTree project) {
        try {
            String modules = Files.readString(project.root().resolve("pom.xml"));
            return Arrays.stream(values())
                    .filter(service -> modules.contains("<module>services/" + service.code() + "</module>"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The parent pom cannot be read.", unreadable);
        }
    }

    public int defaultPort() {
        return defaultPort;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /** What overrides its port, for instance {@code DEBT_ADVICE_PORT}. */
    public String portVariable() {
        return name() + "_PORT";
    }

    /** Its name in addresses and events, and of its folder, for instance {@code debt-advice}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its database, for instance {@code debt_advice}. */
    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    Path folder(ProjectTree project) {
        return project.root().resolve("services").resolve(code());
    }

    Path application(ProjectTree project) {
        return folder(project).resolve("target/quarkus-app");
    }
}

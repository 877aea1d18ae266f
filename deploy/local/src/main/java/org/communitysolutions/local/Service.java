package org.communitysolutions.local;

import java.nio.file.Path;
import java.util.Locale;
import org.communitysolutions.embedded.ProjectTree;

/** The services of the platform, their default ports and their largest heaps in MB. A new service is a line here. */
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

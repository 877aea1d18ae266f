package org.communitysolutions.local;

import java.nio.file.Path;
import java.util.Locale;
import org.communitysolutions.embedded.ProjectTree;

/** The services of the platform, their default ports and their largest heaps in MB. A new service is a line here. */
public enum Service {
    INTAKE(8101, 192, false),
    CASE_MANAGEMENT(8102, 192, false),
    DEBT_ADVICE(8103, 192, true),
    HOMELESSNESS_PREVENTION(8104, 128, false),
    EMPLOYMENT_OUTCOMES(8105, 128, false),
    VOLUNTEER_COORDINATION(8106, 128, false),
    RISK(8107, 384, true);

    private final int defaultPort;
    private final int heapMegabytes;
    private final boolean worksInBulk;

    Service(int defaultPort, int heapMegabytes, boolean worksInBulk) {
        this.defaultPort = defaultPort;
        this.heapMegabytes = heapMegabytes;
        this.worksInBulk = worksInBulk;
    }

    public int defaultPort() {
        return defaultPort;
    }

    public int heapMegabytes() {
        return heapMegabytes;
    }

    /** Whether it works for minutes on end, on extracts or streams, so that compiling it well pays. */
    boolean worksInBulk() {
        return worksInBulk;
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

    /** What the build makes of it: its program and all that it needs, in one folder. */
    public Path application(ProjectTree project) {
        return folder(project).resolve("target/quarkus-app");
    }
}

package org.communitysolutions.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.communitysolutions.embedded.ProjectTree;

/** The services of the platform and their default ports. A new service is a line here. */
public enum Service {
    INTAKE(8101),
    CASE_MANAGEMENT(8102),
    DEBT_ADVICE(8103),
    HOMELESSNESS_PREVENTION(8104),
    EMPLOYMENT_OUTCOMES(8105),
    VOLUNTEER_COORDINATION(8106),
    RISK(8107);

    private final int defaultPort;

    Service(int defaultPort) {
        this.defaultPort = defaultPort;
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

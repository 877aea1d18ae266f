package org.communitysolutions.local;

import java.util.ArrayList;
import java.util.List;
import org.communitysolutions.embedded.JavaHome;
import org.communitysolutions.embedded.ProjectTree;

/** The Java that services run on, made small: seven of them share a laptop with four servers. */
final class ServiceJvm {

    private final JavaHome java;

    ServiceJvm(JavaHome java, ProjectTree project) {
        this.java = java;
    }

    /** The command up to what is to be run. */
    List<String> command(Service service) {
        List<String> command = new ArrayList<>();
        command.add(java.home().resolve("bin/java").toString());
        command.addAll(List.of("-Xms32m", "-Xmx192m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        if (java.version().feature() >= 25) {
            command.add("-XX:+UseCompactObjectHeaders");
        }
        if (java.version().feature() >= 24) {
            command.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"));
        }
        return command;
    }
}

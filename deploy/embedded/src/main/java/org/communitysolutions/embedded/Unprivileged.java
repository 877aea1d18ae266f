package org.communitysolutions.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL refuses to run as root. An ordinary user needs nothing. For root, a user namespace without a mapping is
 * enough: inside it the process is nobody, outside its files stay root's. Where the kernel forbids namespaces, the process
 * becomes the user {@code nobody} and its data are given to that user.
 */
enum Unprivileged {
    ALREADY(""),
    NAMESPACE("unshare --user"),
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

    private final String prefix;

    Unprivileged(String prefix) {
        this.prefix = prefix;
    }

    /** What to put before a command. */
    List<String> prefix() {
        return prefix.isEmpty() ? List.of() : List.of(prefix.split(" "));
    }

    /** How to run on a cluster. A cluster that was given to nobody stays with nobody. */
    static Unprivileged choose(Path cluster) throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return ALREADY;
        }
        boolean nobodys = Files.exists(cluster)
                && !Files.getAttribute(cluster, "unix:uid").equals(0);
        return !nobodys && namespacesAllowed() ? NAMESPACE : NOBODY;
    }

    private static boolean namespacesAllowed() throws IOException {
        try {
            OneOff.run(List.of("unshare", "--user", "true"), Map.of());
            return true;
        } catch (ServerException forbidden) {
            return false;
        }
    }

    /** Gives a file, or a folder and all in it, to the user that will use it. */
    void own(Path path) throws IOException {
        if (this == NOBODY) {
            OneOff.run(List.of("chown", "-R", "65534:65534", path.toString()), Map.of());
        }
    }
}

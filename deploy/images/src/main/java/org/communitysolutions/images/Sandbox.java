package org.communitysolutions.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs an unpacked image as an engine would, as far as this machine allows it to somebody who is not root: in a user and
 * mount namespace of its own, with the image as its only files, read-only but for an empty {@code /tmp}, as the image's user,
 * without any capability. Network and processes are the machine's.
 */
final class Sandbox {

    /** Makes the mounts as root of the outer namespace; the program runs in a second one, as the image's user. */
    private static final String MOUNTS = """
            set -eu
            root=$1 user=$2
            shift 2
            mount --bind "$root" "$root"
            mount --rbind /proc "$root/proc"
            mount --rbind /dev "$root/dev"
            mount -o remount,bind,ro "$root"
            mount -t tmpfs -o mode=1777,size=256m tmpfs "$root/tmp"
            exec unshare --user --map-user="$user" --map-group="$user" --root="$root" --wd=/ -- "$@"
            """;

    private Sandbox() {}

    /** The command that runs the image's own entrypoint. */
    static List<String> command(UnpackedImage image) {
        List<String> command = new ArrayList<>(List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "--",
                "/bin/sh",
                "-c",
                MOUNTS,
                "sandbox",
                image.root().toString(),
                Integer.toString(image.user())));
        command.addAll(image.entrypoint());
        return command;
    }

    /** The variables of the image, and over them those of whoever runs it. */
    static Map<String, String> environment(UnpackedImage image, Map<String, String> more) {
        Map<String, String> environment = new TreeMap<>(image.environment());
        environment.putAll(more);
        return environment;
    }
}

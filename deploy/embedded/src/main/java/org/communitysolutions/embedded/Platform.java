package org.communitysolutions.embedded;

/** The machine below. */
final class Platform {

    private Platform() {}

    /**
     * Refuses machines for which no servers are packaged.
     *
     * @throws ServerException in one sentence, on anything but Linux on x86-64
     */
    static void require() {
        require(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static void require(String system, String processor) {
        if (!system.equals("Linux") || !(processor.equals("amd64") || processor.equals("x86_64"))) {
            throw new ServerException(
                    "The embedded servers run on Linux on x86-64 only, and this is %s on %s: use the containers profile instead."
                            .formatted(system, processor));
        }
    }
}

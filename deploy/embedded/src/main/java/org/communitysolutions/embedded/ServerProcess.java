package org.communitysolutions.embedded;

import java.io.IOException;
import java.time.Duration;

/** How one of the servers is prepared, launched and known to be ready. */
interface ServerProcess {

    /**
     * Unpacks, builds and writes what the server needs, once.
     *
     * @return how to launch it
     */
    Launch prepare() throws IOException;

    /** Says yes when the server can be used, set-up included. */
    Probe probe();

    /** How long it may take to become ready. */
    Duration limit();
}

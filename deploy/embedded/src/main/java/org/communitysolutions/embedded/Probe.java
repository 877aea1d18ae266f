package org.communitysolutions.embedded;

import java.net.URI;

/** Tells whether a process is ready to be used. */
@FunctionalInterface
public interface Probe {

    /**
     * Asked again and again until it says yes.
     *
     * @return false when it is too early to say
     * @throws Exception when waiting longer would be in vain
     */
    boolean isReady() throws Exception;

    /** Ready when a GET on this address is answered with 200. */
    static Probe http(URI address) {
        return new HttpProbe(address);
    }
}

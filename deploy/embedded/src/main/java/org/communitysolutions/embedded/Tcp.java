package org.communitysolutions.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A look at whether anybody listens. */
final class Tcp {

    private Tcp() {}

    static boolean answers(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(hostAndPort.substring(0, colon), Installation.port(hostAndPort)), 1_000);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}

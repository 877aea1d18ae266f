package org.communitysolutions.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Looks at ports before anything is started. Everything listens on the loopback interface only. */
public final class Ports {

    static final String LOOPBACK = "127.0.0.1";

    private Ports() {}

    /**
     * Someone who wants a port.
     *
     * @param owner the name people know it by
     * @param port 1 to 65535, or 0 for any free one
     * @param variable what overrides the port, for instance {@code KAFKA_PORT}
     */
    public record Wish(String owner, int port, String variable) {}

    /**
     * Settles who gets which port. All ports are held until all are settled, so that no free one is given twice.
     *
     * @return the port of each wish, in their order
     * @throws ServerException if ports are taken; its message names each of them, who wants it and how to override it
     */
    public static List<Integer> settle(List<Wish> wishes) {
        List<ServerSocket> held = new ArrayList<>();
        Map<Integer, Wish> given = new LinkedHashMap<>();
        List<String> troubles = new ArrayList<>();
        try {
            List<Integer> settled = new ArrayList<>();
            for (Wish wish : wishes) {
                Wish rival = wish.port() == 0 ? null : given.putIfAbsent(wish.port(), wish);
                if (rival != null) {
                    troubles.add("Port %d is wanted by %s and by %s: set %s or %s to another."
                            .formatted(wish.port(), rival.owner(), wish.owner(), rival.variable(), wish.variable()));
                    continue;
                }
                try {
                    held.add(wish.port() == 0 ? holdAnyFree() : hold(wish.port()));
                    settled.add(held.getLast().getLocalPort());
                } catch (IOException taken) {
                    String holder = PortHolder.of(wish.port())
                            .map(found -> " by " + found)
                            .orElse("");
                    troubles.add(
                            "Port %d, which %s needs, is taken%s: end what listens there, or set %s to another port."
                                    .formatted(wish.port(), wish.owner(), holder, wish.variable()));
                }
            }
            if (!troubles.isEmpty()) {
                throw new ServerException(String.join("\n", troubles));
            }
            return settled;
        } finally {
            held.forEach(Ports::release);
        }
    }

    /** Below the range from which the kernel gives out ports to clients, lest one of them takes it before the server does. */
    private static ServerSocket holdAnyFree() throws IOException {
        IOException last = new IOException("no port was tried");
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                return hold(ThreadLocalRandom.current().nextInt(20_000, 30_000));
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw last;
    }

    private static ServerSocket hold(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            // A port in TIME_WAIT after a stop is free; a port where someone listens is not.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException cannotClose) {
            throw new UncheckedIOException(cannotClose);
        }
    }
}

package org.communitysolutions.local.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Spreads connections over the instances of a service as a cluster's Service does: a new one goes to the next instance, and
 * stays there until either end closes it, even after the instance has been taken out. It knows nothing of requests, so it
 * repeats none and hides no failure.
 */
final class Balancer implements AutoCloseable {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int WAITING = 200;

    private final ServerSocket entrance;
    private final List<Integer> instances = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    /** @param port where it listens, on the loopback interface */
    Balancer(int port) {
        try {
            entrance = new ServerSocket(port, WAITING, LOOPBACK);
        } catch (IOException taken) {
            throw new UncheckedIOException("Port " + port + " cannot be used.", taken);
        }
        Thread.ofVirtual().name("balancer " + port).start(this::accept);
    }

    /** New connections go to the instance on that port too. */
    void add(int instance) {
        instances.add(instance);
    }

    /** No new connection goes to the instance on that port; those that it has stay. */
    void remove(int instance) {
        instances.remove(Integer.valueOf(instance));
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                Thread.ofVirtual().start(() -> carry(client));
            }
        } catch (SocketException closed) {
            // Nobody is let in any more.
        } catch (IOException broken) {
            throw new UncheckedIOException("A balancer broke down.", broken);
        }
    }

    /** Both ends are closed as soon as one is, so that each learns of the other's end at once. */
    private void carry(Socket client) {
        List<Integer> ready = List.copyOf(instances);
        try (client;
                Socket instance = new Socket()) {
            if (ready.isEmpty()) {
                return;
            }
            client.setTcpNoDelay(true);
            instance.setTcpNoDelay(true);
            instance.connect(
                    new InetSocketAddress(LOOPBACK, ready.get(Math.floorMod(turn.getAndIncrement(), ready.size()))));
            Thread there = Thread.ofVirtual().start(() -> copy(client, instance));
            copy(instance, client);
            there.join();
        } catch (IOException refused) {
            // The client sees its connection closed, as it would in a cluster.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException ended) {
            // One of the ends is gone; closing tells the other.
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

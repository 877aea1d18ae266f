package org.communitysolutions.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.communitysolutions.embedded.ChildProcess;
import org.communitysolutions.embedded.JavaHome;
import org.communitysolutions.embedded.Launch;
import org.communitysolutions.embedded.Probe;
import org.communitysolutions.embedded.ProcessMemory;
import org.communitysolutions.embedded.Progress;
import org.communitysolutions.local.Service;
import org.communitysolutions.local.ServiceProcess;

/** The built risk service as a process, started as every run starts it. */
final class RiskService {

    /** Its database. */
    static final String DATABASE = Service.RISK.database();

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final double MEGABYTE = 1024 * 1024;

    private final Launch launch;
    private final URI address;
    private final Probe ready;
    private ChildProcess process;

    private RiskService(Launch launch, URI address) {
        this.launch = launch;
        this.address = address;
        this.ready = Probe.http(address.resolve("/q/health/ready"));
        this.process = ChildProcess.start(launch, Progress.SILENT);
    }

    /** Starts it, and does not wait. */
    static RiskService start(BenchServers servers) {
        return start(servers, Service.RISK.heapMegabytes());
    }

    /** The same with another largest heap, in MB. */
    static RiskService start(BenchServers servers, int heapMegabytes) {
        Launch launch = new ServiceProcess(servers.settings(), servers.addresses(), JavaHome.newest())
                .launch(Service.RISK, heapMegabytes);
        int port = servers.settings().services().get(Service.RISK);
        return new RiskService(launch, URI.create("http://localhost:" + port));
    }

    /** Where it answers. */
    URI address() {
        return address;
    }

    ChildProcess process() {
        return process;
    }

    void awaitReady() {
        process.ready(ready, LIMIT).join();
    }

    /**
     * Kills it as a crash would, and starts it again. It is stopped in good order once before, for its first stop after a build
     * writes the archive of classes that later starts use.
     *
     * @return seconds from its start after the kill until it says that it is ready
     */
    double killAndStart() {
        process.stop();
        startAgain();
        process.kill();
        long began = System.nanoTime();
        startAgain();
        return (System.nanoTime() - began) / 1e9;
    }

    private void startAgain() {
        process = ChildProcess.start(launch, Progress.SILENT);
        awaitReady();
    }

    /** What it holds in memory, in MB: all pages that it has mapped and that are there. */
    double residentMegabytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / 1024.0;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The same where pages that it shares with others count in part. */
    double proportionalMegabytes() {
        return ProcessMemory.of(process.pid()).orElse(0) / MEGABYTE;
    }

    void stop() {
        process.stop();
    }
}

package org.communitysolutions.local.upgrade;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.EmptyFolder;
import org.communitysolutions.local.Service;
import org.communitysolutions.local.operations.GrowPartitions;

/**
 * Replaces every instance of every service under load, then gives the topics twice as many partitions, and counts what was
 * refused, lost or doubled by it. The last lines are name=value.
 */
public final class RehearseUpgrade {

    private static final int INSTANCES = 2;
    /** Twice as many as deploy/kafka/topics.yaml has. */
    private static final int PARTITIONS = 24;

    private static final Duration LIMIT = Duration.ofMinutes(2);
    /** Without these there is no task to be lost. */
    static final Set<Service> ALWAYS =
            EnumSet.of(Service.INTAKE, Service.DEBT_ADVICE, Service.RISK, Service.CASE_MANAGEMENT);

    private RehearseUpgrade() {}

    /**
     * Rehearses and prints; ends with 1 if anything went wrong.
     *
     * @param arguments the folder that the previous release is built in, to rehearse an upgrade from it; without one, a
     *     restart of the release that is built here
     */
    public static void main(String[] arguments) throws InterruptedException, SQLException {
        ProjectTree here = ProjectTree.find();
        Release present = Release.in("this release", here);
        Release before = arguments.length == 0
                ? present
                : Release.in(
                        "the release before",
                        new ProjectTree(Path.of(arguments[0]).toAbsolutePath()));
        boolean good = false;
        try {
            Path data = here.root().resolve(".local/rehearsal/upgrade");
            Findings findings = rehearse(here, data, before, present, services(System.getenv()));
            System.out.println(findings.describe());
            good = findings.isGood();
        } catch (ServerException failure) {
            System.err.println(failure.getMessage());
        }
        System.exit(good ? 0 : 1);
    }

    /** All, or those that the variable SERVICES names. */
    private static Set<Service> services(Map<String, String> environment) {
        String named = environment.getOrDefault("SERVICES", "").strip();
        if (named.isEmpty()) {
            return EnumSet.allOf(Service.class);
        }
        Set<Service> chosen = EnumSet.copyOf(ALWAYS);
        for (String name : named.split(",", -1)) {
            chosen.add(Stream.of(Service.values())
                    .filter(service -> service.code().equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new ServerException("SERVICES names a service that does not exist: " + name)));
        }
        return chosen;
    }

    private static void grow(Fleet fleet) {
        Properties kafka = new Properties();
        kafka.put("bootstrap.servers", fleet.servers().bootstrapServers());
        new GrowPartitions(kafka, fleet.servers().connect(), LIMIT, System.out::println).to(PARTITIONS);
    }

    static Findings rehearse(ProjectTree project, Path data, Release from, Release to, Collection<Service> services)
            throws InterruptedException, SQLException {
        EmptyFolder.at(data);
        try (Fleet fleet = new Fleet(project, data)) {
            System.out.printf(
                    "Starting servers, and two instances of each of %d services of %s%n", services.size(), from.name());
            fleet.start(from, services, INSTANCES);
            return new Rehearsal(fleet, System.out::println).of(() -> {
                for (Service service : services) {
                    System.out.printf("Replacing the instances of %s by %s%n", service.code(), to.name());
                    fleet.replace(service, to);
                }
                grow(fleet);
            });
        }
    }
}

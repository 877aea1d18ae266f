package org.communitysolutions.local.upgrade;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.communitysolutions.embedded.Addresses;
import org.communitysolutions.embedded.EmbeddedServers;
import org.communitysolutions.embedded.JavaHome;
import org.communitysolutions.embedded.Launch;
import org.communitysolutions.embedded.Ports;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.embedded.Server;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.local.RunSettings;
import org.communitysolutions.local.Service;
import org.communitysolutions.local.ServiceProcess;

/** The servers, and several instances of each service behind a balancer of its own. Services know one another by their balancers. */
final class Fleet implements AutoCloseable {

    private final RunSettings settings;
    private final EmbeddedServers servers;
    private final Map<Service, Balancer> balancers = new EnumMap<>(Service.class);
    private final Map<Service, List<Instance>> instances = new EnumMap<>(Service.class);
    private int started;

    /** @param data where everything keeps its data and logs */
    Fleet(ProjectTree project, Path data) {
        settings = RunSettings.onFreePorts(project, data).settled();
        servers = new EmbeddedServers(settings.forServers());
    }

    /**
     * Starts the servers, and then so many instances of each of the services.
     *
     * @throws ServerException if a part does not become ready
     */
    void start(Release release, Collection<Service> services, int each) {
        Map<Server, CompletableFuture<Void>> ready = servers.begin(EnumSet.allOf(Server.class));
        try {
            ready.values().forEach(CompletableFuture::join);
        } catch (CompletionException notReady) {
            throw new ServerException(notReady.getCause().getMessage(), notReady);
        }
        for (Service service : services) {
            balancers.put(service, new Balancer(settings.services().get(service)));
            instances.put(service, new ArrayList<>());
        }
        // One of each first: it migrates.
        for (int number = 0; number < each; number++) {
            List<Instance> begun =
                    services.stream().map(service -> begin(service, release)).toList();
            begun.forEach(Instance::join);
        }
        Set<String> databases = services.stream().map(Service::database).collect(Collectors.toSet());
        servers.registerOutboxConnectors(databases);
    }

    /** Replaces the instances of a service one after another; each new one is ready before an old one goes. */
    void replace(Service service, Release by) throws InterruptedException {
        for (Instance old : List.copyOf(instances.get(service))) {
            begin(service, by).join();
            instances.get(service).remove(old);
            old.leave();
        }
    }

    private Instance begin(Service service, Release release) {
        started++;
        String name = service.code() + "-" + started;
        int port = Ports.settle(List.of(new Ports.Wish(name, 0, ""))).getFirst();
        ServiceProcess processes = new ServiceProcess(
                settings.of(release.project()).withPort(service, port), servers.addresses(), JavaHome.newest());
        Launch launch = processes.launch(service, name);
        Map<String, String> environment = new HashMap<>(launch.environment());
        // So many instances share the 200 connections that PostgreSQL takes on one machine.
        environment.put("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", "6");
        if (!release.waitsBeforeTheSignal()) {
            environment.put("QUARKUS_SHUTDOWN_DELAY", release.leaving().toSeconds() + "S");
        }
        Instance instance =
                Instance.start(service, release, launch.withEnvironment(environment), port, balancers.get(service));
        instances.get(service).add(instance);
        return instance;
    }

    Set<Service> services() {
        return instances.keySet();
    }

    Addresses servers() {
        return servers.addresses();
    }

    /** Where a service answers, through its balancer. */
    URI address(Service service) {
        return URI.create("http://localhost:" + settings.services().get(service) + "/api/" + service.code() + "/v1/");
    }

    @Override
    public void close() {
        List<Thread> stops = instances.values().stream()
                .flatMap(List::stream)
                .map(instance -> Thread.ofVirtual().start(instance::stop))
                .toList();
        for (Thread stop : stops) {
            try {
                stop.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        balancers.values().forEach(Balancer::close);
        servers.close();
    }
}

package org.communitysolutions.local;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitysolutions.embedded.Ports;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.embedded.Server;
import org.communitysolutions.embedded.ServerException;
import org.communitysolutions.embedded.Settings;

/**
 * What a run is to be like.
 *
 * @param project the checkout
 * @param data where servers and services keep their data and logs
 * @param servers the port of each server; 0 picks a free one
 * @param kafkaController the port of Kafka's controller; 0 picks a free one
 * @param services the services that run, and the port of each; 0 picks a free one
 * @param asksFrom the day from which the rules of risk ask for what becomes known; empty if for everything
 * @param variables what else each service is told in its environment
 */
public record RunSettings(
        ProjectTree project,
        Path data,
        Map<Server, Integer> servers,
        int kafkaController,
        Map<Service, Integer> services,
        Optional<LocalDate> asksFrom,
        Map<String, String> variables) {

    /**
     * The default ports, with those overridden that the environment names, and the usual folder unless RUN_DATA names one.
     *
     * @throws ServerException if a variable is no port
     */
    public static RunSettings from(Map<String, String> environment, ProjectTree project) {
        Map<Server, Integer> servers = new EnumMap<>(Server.class);
        for (Server server : Server.values()) {
            servers.put(server, port(environment, server.portVariable(), server.defaultPort()));
        }
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, port(environment, service.portVariable(), service.defaultPort()));
        }
        int controller = port(environment, Settings.KAFKA_CONTROLLER_PORT_VARIABLE, 9093);
        Path data = project.root().resolve(environment.getOrDefault("RUN_DATA", ".local/run"));
        return new RunSettings(project, data, servers, controller, services, Optional.empty(), Map.of());
    }

    /** Data in the given folder, and free ports. */
    public static RunSettings onFreePorts(ProjectTree project, Path data) {
        RunSettings standard = from(Map.of(), project);
        Map<Server, Integer> servers = new EnumMap<>(standard.servers);
        servers.replaceAll((server, port) -> 0);
        Map<Service, Integer> services = new EnumMap<>(standard.services);
        services.replaceAll((service, port) -> 0);
        return new RunSettings(project, data, servers, 0, services, Optional.empty(), Map.of());
    }

    /** The same for a platform that gets history from before that day, which nobody is to be asked to act on. */
    public RunSettings askingFrom(LocalDate day) {
        return new RunSettings(project, data, servers, kafkaController, services, Optional.of(day), variables);
    }

    /** The same with more variables for each service. */
    public RunSettings telling(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(more);
        return new RunSettings(project, data, servers, kafkaController, services, asksFrom, Map.copyOf(all));
    }

    /** The same with the services that are built in another checkout. */
    public RunSettings of(ProjectTree checkout) {
        return new RunSettings(checkout, data, servers, kafkaController, services, asksFrom, variables);
    }

    /** The same with another port for a service. */
    public RunSettings withPort(Service service, int port) {
        Map<Service, Integer> others = new EnumMap<>(services);
        others.put(service, port);
        return new RunSettings(project, data, servers, kafkaController, others, asksFrom, variables);
    }

    private static int port(Map<String, String> environment, String variable, int otherwise) {
        return (int) Environment.number(environment, variable, otherwise, 1, 65_535);
    }

    /**
     * The same with every port settled, before anything is started.
     *
     * @throws ServerException naming each port that is taken, who needs it and what overrides it
     */
    public RunSettings settled() {
        List<Ports.Wish> wishes = new ArrayList<>();
        servers.forEach((server, port) -> wishes.add(new Ports.Wish(server.title(), port, server.portVariable())));
        services.forEach((service, port) -> wishes.add(new Ports.Wish(service.code(), port, service.portVariable())));
        wishes.add(new Ports.Wish("Kafka's controller", kafkaController, Settings.KAFKA_CONTROLLER_PORT_VARIABLE));
        List<Integer> ports = new ArrayList<>(Ports.settle(wishes));
        Map<Server, Integer> settledServers = new EnumMap<>(servers);
        settledServers.replaceAll((server, wished) -> ports.removeFirst());
        Map<Service, Integer> settledServices = new EnumMap<>(services);
        settledServices.replaceAll((service, wished) -> ports.removeFirst());
        return new RunSettings(
                project, data, settledServers, ports.removeFirst(), settledServices, asksFrom, variables);
    }

    public Settings forServers() {
        Settings settings = Settings.standard(data)
                .withKafkaControllerPort(kafkaController)
                .withBrowserPorts(List.copyOf(services.values()));
        for (Map.Entry<Server, Integer> server : servers.entrySet()) {
            settings = settings.withPort(server.getKey(), server.getValue());
        }
        return settings;
    }
}

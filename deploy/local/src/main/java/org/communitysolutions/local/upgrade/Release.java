package org.communitysolutions.local.upgrade;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.communitysolutions.embedded.ProjectTree;

/**
 * A release, as its sources lie built in a folder.
 *
 * @param name what people call it
 * @param project its checkout
 * @param leaving how long an instance has to leave the balancers before it ends, by the release's own chart
 * @param waitsBeforeTheSignal whether its chart lets that time pass before it signals the end; else the service, told
 *     of its end, goes on serving for so long
 */
record Release(String name, ProjectTree project, Duration leaving, boolean waitsBeforeTheSignal) {

    static Release in(String name, ProjectTree project) {
        Path chart = project.root().resolve("helm/community-solutions");
        try {
            int seconds = new YAMLMapper()
                    .readTree(chart.resolve("values.yaml").toFile())
                    .at("/pods/leaveSeconds")
                    .intValue();
            String pod = Files.readString(chart.resolve("charts/service/templates/_workload.tpl"));
            return new Release(name, project, Duration.ofSeconds(seconds), pod.contains("preStop:"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The chart of " + name + " cannot be read.", unreadable);
        }
    }
}

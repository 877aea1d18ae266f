package org.communitysolutions.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.communitysolutions.embedded.ProjectTree;
import org.communitysolutions.local.Service;

/** The libraries that all services have alike, name and bytes. They are one layer, which a machine stores and fetches once. */
final class SharedLibraries {

    private final Set<String> shared;

    private SharedLibraries(Set<String> shared) {
        this.shared = shared;
    }

    /** Compares the services as they are built. */
    static SharedLibraries among(List<Service> services, ProjectTree project) throws IOException {
        Map<String, Integer> count = new HashMap<>();
        for (Service service : services) {
            Path application = service.application(project);
            for (Path file : Folders.files(application.resolve("lib"))) {
                String name = application.relativize(file).toString();
                if (!name.contains("org.communitysolutions")) {
                    count.merge(name + " " + BillOfMaterials.digest(file), 1, Integer::sum);
                }
            }
        }
        Set<String> everywhere = new HashSet<>();
        count.forEach((file, times) -> {
            if (times == services.size()) {
                everywhere.add(file.substring(0, file.indexOf(' ')));
            }
        });
        return new SharedLibraries(everywhere);
    }

    /** A built service in three layers: what all have, what others lack, what is its own. */
    List<FileEntriesLayer> layers(Path application) throws IOException {
        FileEntriesLayer.Builder common = FileEntriesLayer.builder().setName("libraries of all services");
        FileEntriesLayer.Builder special = FileEntriesLayer.builder().setName("libraries of this service");
        FileEntriesLayer.Builder own = FileEntriesLayer.builder().setName("service");
        for (Path file : Folders.files(application)) {
            String name = application.relativize(file).toString();
            FileEntriesLayer.Builder layer = shared.contains(name)
                    ? common
                    : name.startsWith("lib/") && !name.contains("org.communitysolutions") ? special : own;
            layer.addEntry(file, AbsoluteUnixPath.get(Plans.APPLICATION).resolve(name), Layers.permissions(file));
        }
        return List.of(common.build(), special.build(), own.build());
    }
}

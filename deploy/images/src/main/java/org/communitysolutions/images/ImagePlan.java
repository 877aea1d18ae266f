package org.communitysolutions.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one image holds and how it starts.
 *
 * @param name its name in the registry
 * @param title what people read of it
 * @param base the image below; empty if there is none
 * @param layers from the one that changes least to the one that changes most
 * @param entrypoint the program and its arguments, run without a shell; empty to keep that of the base
 * @param environment variables that hold unless whoever runs it says otherwise
 */
record ImagePlan(
        String name,
        String title,
        Optional<String> base,
        List<FileEntriesLayer> layers,
        List<String> entrypoint,
        Map<String, String> environment) {

    /** The user and group of every process; the chart runs pods as the same. */
    static final String USER = "10001:10001";

    /** Where every service listens. */
    static final int PORT = 8080;

    /** The same with one layer more on top. */
    ImagePlan with(FileEntriesLayer layer) {
        List<FileEntriesLayer> more =
                Stream.concat(layers.stream(), Stream.of(layer)).toList();
        return new ImagePlan(name, title, base, more, entrypoint, environment);
    }

    /** The same with an option of Java more. */
    ImagePlan withOption(String option) {
        List<String> more = new ArrayList<>(entrypoint);
        more.add(1, option);
        return new ImagePlan(name, title, base, layers, List.copyOf(more), environment);
    }
}

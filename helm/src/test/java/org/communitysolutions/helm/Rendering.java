package org.communitysolutions.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** The ways of setting the chart that are looked at: every size, and every switch in both positions. */
enum Rendering {
    DEFAULTS("", "seed"),
    SMALL_COUNCIL("small-council", "seed"),
    BOROUGH("borough", "seed"),
    REGION("region", "seed"),
    EXISTING_PLATFORM("", "existing"),
    MIXED_PLATFORM("", "seed,mixed"),
    GATEWAY("", "seed,gateway"),
    BARE("small-council", "seed,bare"),
    RESTORED("", "seed,backup"),
    PROCESSOR_ONLY("", "seed,processor-only");

    private static final Map<Rendering, Manifests> RENDERED = new EnumMap<>(Rendering.class);

    private final String size;
    private final String values;

    Rendering(String size, String values) {
        this.size = size;
        this.values = values;
    }

    /** What Helm makes of the chart; rendered once. */
    Manifests manifests() {
        synchronized (RENDERED) {
            return RENDERED.computeIfAbsent(this, Rendering::renderWith);
        }
    }

    /** The same with more values files and settings such as {@code domain=x}; not kept. */
    Manifests renderWith(String... settings) {
        TemplateCommand template = new Helm(Tree.chart())
                .template()
                .withName("cs")
                .withNamespace("council")
                .withKubeVersion("1.34.0");
        files().forEach(template::withValuesFile);
        Arrays.stream(settings)
                .map(setting -> setting.split("=", 2))
                .forEach(setting -> template.set(setting[0], setting[1]));
        return new Manifests(Yaml.all(template.call()));
    }

    private Stream<Path> files() {
        Stream<Path> sizes =
                size.isEmpty() ? Stream.of() : Stream.of(Tree.chart().resolve("sizes/" + size + ".yaml"));
        Stream<Path> settings =
                Arrays.stream(values.split(",", -1)).map(name -> Path.of("src/test/resources/values", name + ".yaml"));
        return Stream.concat(sizes, settings);
    }
}

package org.communitysolutions.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.communitysolutions.embedded.OneOff;

/**
 * An image as a folder of files, as an engine would lay it out before it runs it.
 *
 * @param root what is {@code /} in it
 * @param entrypoint the program and its arguments
 * @param environment the variables that the image sets
 * @param user the number of the user it runs as
 */
record UnpackedImage(Path root, List<String> entrypoint, Map<String, String> environment, int user) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Unpacks a tar file into a folder, which is emptied first. Files keep the times that they have in the image. */
    static UnpackedImage of(Path tar, Path folder) throws IOException, InterruptedException {
        Folders.delete(folder);
        Path packed = Files.createDirectories(folder.resolve("packed"));
        Path root = Files.createDirectories(folder.resolve("root"));
        OneOff.run(List.of("tar", "-xf", tar.toString(), "-C", packed.toString()), Map.of());
        JsonNode image = JSON.readTree(packed.resolve("manifest.json").toFile()).get(0);
        for (JsonNode layer : image.get("Layers")) {
            OneOff.run(
                    List.of(
                            "tar",
                            "-xzf",
                            packed.resolve(layer.textValue()).toString(),
                            "--no-same-owner",
                            "-C",
                            root.toString()),
                    Map.of());
        }
        JsonNode config = JSON.readTree(
                        packed.resolve(image.get("Config").textValue()).toFile())
                .get("config");
        Folders.delete(packed);
        List<String> entrypoint = new ArrayList<>();
        config.get("Entrypoint").forEach(part -> entrypoint.add(part.textValue()));
        Map<String, String> environment = new TreeMap<>();
        for (JsonNode variable : config.get("Env")) {
            String[] parts = variable.textValue().split("=", 2);
            environment.put(parts[0], parts[1]);
        }
        int user = Integer.parseInt(config.get("User").textValue().split(":", -1)[0]);
        return new UnpackedImage(root, entrypoint, environment, user);
    }
}

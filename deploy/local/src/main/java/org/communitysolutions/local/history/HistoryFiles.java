package org.communitysolutions.local.history;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;

/** Keeps a history in a folder, one file for each topic, one JSON object a line: key, headers, value. */
final class HistoryFiles implements AutoCloseable {

    private final Path folder;
    private final Map<String, OutputStream> files = new HashMap<>();

    HistoryFiles(Path folder) {
        this.folder = folder;
    }

    void write(PublishedEvent event) {
        StringBuilder line = new StringBuilder("{\"key\":\"")
                .append(new String(event.key(), StandardCharsets.US_ASCII))
                .append("\",\"headers\":{");
        String separator = "";
        for (Header header : event.headers()) {
            line.append(separator).append('"').append(header.key()).append("\":\"");
            line.append(new String(header.value(), StandardCharsets.US_ASCII)).append('"');
            separator = ",";
        }
        line.append("},\"value\":")
                .append(new String(event.data(), StandardCharsets.US_ASCII))
                .append("}\n");
        try {
            file(event.type().topic()).write(line.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException full) {
            throw new UncheckedIOException(folder + " cannot be written.", full);
        }
    }

    private OutputStream file(String topic) throws IOException {
        OutputStream file = files.get(topic);
        if (file == null) {
            file = new BufferedOutputStream(Files.newOutputStream(folder.resolve(topic + ".jsonl")), 1 << 16);
            files.put(topic, file);
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        for (OutputStream file : files.values()) {
            file.close();
        }
    }
}

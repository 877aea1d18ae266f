package org.communitysolutions.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells the story as it goes, and leaves it as a page to look at. */
final class Narrator {

    private final List<String> told = new ArrayList<>();

    void tell(String line) {
        told.add(line);
        System.out.println("  " + line);
    }

    void chapter(String title) {
        told.add("");
        told.add(title);
        System.out.println("\n" + title);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.UK, "%.2f s", duration.toMillis() / 1000.0);
    }

    /** Writes what was told, and a One View as a worker reads it. */
    Path page(Path folder, JsonNode oneView) {
        String page = """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <title>The story of Community Solutions</title>
                <style>body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem} pre{white-space:pre-wrap}</style>
                <h1>From a missed instalment to an early-help task</h1>
                <pre>%s</pre>
                <h2>One View, as the universal worker read it</h2>
                <pre>%s</pre>
                </html>
                """.formatted(escaped(String.join("\n", told)), escaped(oneView.toPrettyString()));
        try {
            return Files.writeString(Files.createDirectories(folder).resolve("story.html"), page);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}

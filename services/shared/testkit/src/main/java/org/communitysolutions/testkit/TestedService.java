package org.communitysolutions.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The service whose tests are running, as its own application.properties name it. */
final class TestedService {

    private static final Properties SETTINGS = read();

    private TestedService() {}

    static String name() {
        return required("quarkus.application.name");
    }

    static String database() {
        return required("database");
    }

    private static String required(String property) {
        String value = SETTINGS.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("application.properties of the service under test lacks " + property);
        }
        return value;
    }

    private static Properties read() {
        try (InputStream file =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("application.properties")) {
            Properties settings = new Properties();
            if (file != null) {
                settings.load(file);
            }
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

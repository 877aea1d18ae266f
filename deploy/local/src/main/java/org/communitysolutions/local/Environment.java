package org.communitysolutions.local;

import java.util.Map;
import org.communitysolutions.embedded.ServerException;

/** Numbers that a person gave as variables. */
public final class Environment {

    private Environment() {}

    /**
     * The number in a variable, or another one when the variable is missing or empty.
     *
     * @throws ServerException if it is no whole number in the range
     */
    public static long number(Map<String, String> environment, String variable, long otherwise, long least, long most) {
        String given = environment.getOrDefault(variable, "").strip();
        if (given.isEmpty()) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(given);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw refused(variable, given, least, most, notANumber);
        }
        throw refused(variable, given, least, most, null);
    }

    private static ServerException refused(String variable, String given, long least, long most, Throwable cause) {
        return new ServerException(
                "%s must be a whole number from %d to %d, and is \"%s\".".formatted(variable, least, most, given),
                cause);
    }
}

package org.communitysolutions.debtadvice.extract.api;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a client would wait for the end of what it asked for: {@code Prefer: wait=10} (RFC 7240, section 4.3). */
final class Preference {

    static final String HEADER = "Prefer";
    static final String APPLIED = "Preference-Applied";

    private static final Pattern WAIT = Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,6})\"?\\s*(?:$|[,;])");
    private static final long MOST_SECONDS = 60;

    private Preference() {}

    /** The time, a minute at most; zero where the client does not ask for it. A preference is never an error. */
    static Duration toWait(String header) {
        Matcher wait = WAIT.matcher(header == null ? "" : header);
        return wait.find() ? Duration.ofSeconds(Math.min(MOST_SECONDS, Long.parseLong(wait.group(1)))) : Duration.ZERO;
    }
}

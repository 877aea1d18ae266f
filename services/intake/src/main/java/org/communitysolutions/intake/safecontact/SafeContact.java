package org.communitysolutions.intake.safecontact;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import org.communitysolutions.shared.web.PlainText;
import org.communitysolutions.shared.web.PlausibleDate;

/**
 * How someone can be reached without harm. Whoever is about to call sees it before anything else.
 *
 * @param channel the way that is safe
 * @param value the number or address, 1 to 200 characters
 * @param hours when it is safe, in the person's words; absent if at any time
 * @param voicemailAllowed whether a message may be left
 * @param nameToUse what the caller should call themselves or the person; absent if it does not matter
 * @param verifiedOn the day on which the person confirmed it, if they have
 */
public record SafeContact(
        @NotNull SafeChannel channel,
        @NotNull @PlainText(max = 200) String value,
        Optional<@PlainText(max = 200) String> hours,
        @NotNull Boolean voicemailAllowed,
        Optional<@PlainText(max = 200) String> nameToUse,
        Optional<@PlausibleDate LocalDate> verifiedOn) {

    /** A way to reach someone. */
    public enum SafeChannel {
        PHONE,
        TEXT,
        EMAIL,
        POST,
        IN_PERSON
    }
}

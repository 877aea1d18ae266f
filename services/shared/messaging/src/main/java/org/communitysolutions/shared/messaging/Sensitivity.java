package org.communitysolutions.shared.messaging;

import java.util.Locale;

/** Who an event may reach: restricted ones travel on topics of their own and on no other. */
public enum Sensitivity {
    STANDARD,
    RESTRICTED;

    /** The value of the {@code ce_sensitivity} header. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The sensitivity of that code.
     *
     * @throws MalformedEvent if there is none
     */
    public static Sensitivity of(String code) {
        for (Sensitivity sensitivity : values()) {
            if (sensitivity.code().equals(code)) {
                return sensitivity;
            }
        }
        throw new MalformedEvent("ce_sensitivity is '%s', expected standard or restricted".formatted(code));
    }
}

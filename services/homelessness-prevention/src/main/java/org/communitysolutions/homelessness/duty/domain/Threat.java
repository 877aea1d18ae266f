package org.communitysolutions.homelessness.duty.domain;

import java.time.LocalDate;
import java.util.UUID;

/** Why a household counts as threatened with homelessness (Housing Act 1996, s175(4) and (5)). */
public sealed interface Threat {

    /** The day on which the home would be lost. */
    LocalDate on();

    /** Whether it is a threat on {@code day}: the home would be lost then or at most {@code days} later. */
    default boolean within(int days, LocalDate day) {
        return !on().isBefore(day) && !on().isAfter(day.plusDays(days));
    }

    /** An officer finds it likely that the household will be homeless by that day. */
    record LikelyHomeless(LocalDate on) implements Threat {}

    /**
     * A notice is about to expire.
     *
     * @param counts whether it is valid and of a kind that is a threat by itself; one that is not never threatens
     */
    record NoticeExpires(UUID noticeId, boolean counts, LocalDate on) implements Threat {

        @Override
        public boolean within(int days, LocalDate day) {
            return counts && Threat.super.within(days, day);
        }
    }
}

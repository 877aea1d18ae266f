package org.communitysolutions.homelessness.duty.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A duty that the council accepted: what holds of it whether it is still owed or has ended.
 *
 * @param householdId intake's id
 * @param deadline the first day on which its period has run out; nothing ends by itself then
 * @param deadlineSource the law that the deadline was reckoned by
 * @param likelyHomelessOn the day by which an officer found homelessness likely, if that is why it was accepted
 * @param noticeId the notice that was about to expire, if that is why it was accepted
 * @param restricted whether it exists for those only who are cleared for it, as its application does
 */
public record Duty(
        UUID id,
        UUID applicationId,
        UUID householdId,
        DutyKind kind,
        LocalDate acceptedOn,
        LocalDate deadline,
        String deadlineSource,
        Optional<LocalDate> likelyHomelessOn,
        Optional<UUID> noticeId,
        boolean restricted) {}

package org.communitysolutions.homelessness.notice;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A notice by which a household was told to leave its home.
 *
 * @param householdId intake's id
 * @param applicationId the application that it belongs to, if there is one
 * @param valid whether an officer has found that it meets the law's form
 * @param expiresOn the day on which it runs out, not before the day on which it was served
 * @param restricted whether it exists for those only who are cleared for it, as its application does
 * @param version grows with each change
 */
public record Notice(
        UUID id,
        UUID householdId,
        Optional<UUID> applicationId,
        NoticeKind kind,
        boolean valid,
        LocalDate servedOn,
        LocalDate expiresOn,
        boolean restricted,
        long version) {}

package org.communitysolutions.homelessness.notice.events;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.homelessness.notice.Notice;
import org.communitysolutions.homelessness.notice.NoticeKind;
import org.communitysolutions.shared.messaging.Publishes;

/** A household was told to leave its home. */
@Publishes("notice-served.v1")
public record NoticeServed(UUID householdId, Optional<UUID> applicationId, NoticeKind notice, LocalDate expiresOn) {

    public static NoticeServed of(Notice served) {
        return new NoticeServed(served.householdId(), served.applicationId(), served.kind(), served.expiresOn());
    }
}

package org.communitysolutions.homelessness.notice.api;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.homelessness.notice.Notice;
import org.communitysolutions.homelessness.notice.NoticeKind;

/** A notice as the front line sees it. */
record NoticeView(
        UUID id,
        UUID householdId,
        Optional<UUID> applicationId,
        NoticeKind kind,
        boolean valid,
        LocalDate servedOn,
        LocalDate expiresOn) {

    static NoticeView of(Notice notice) {
        return new NoticeView(
                notice.id(),
                notice.householdId(),
                notice.applicationId(),
                notice.kind(),
                notice.valid(),
                notice.servedOn(),
                notice.expiresOn());
    }
}

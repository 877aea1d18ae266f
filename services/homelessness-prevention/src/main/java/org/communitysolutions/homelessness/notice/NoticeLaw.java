package org.communitysolutions.homelessness.notice;

import io.smallrye.config.ConfigMapping;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which notices are a threat of homelessness by themselves when they are about to expire (Housing Act 1996, s175(5)). */
@ConfigMapping(prefix = "homelessness.notice-law")
public interface NoticeLaw {

    List<Threat> threats();

    /** A kind of notice that counts when it was served from one day until another, both included. */
    interface Threat {
        NoticeKind kind();

        LocalDate from();

        Optional<LocalDate> until();

        /** The Act and section. */
        String source();

        default boolean covers(Notice notice) {
            return notice.kind() == kind()
                    && !notice.servedOn().isBefore(from())
                    && until().map(last -> !notice.servedOn().isAfter(last)).orElse(true);
        }
    }

    /** Whether that notice is one of them: valid, and of a kind that counted on the day on which it was served. */
    default boolean threatens(Notice notice) {
        return notice.valid() && threats().stream().anyMatch(threat -> threat.covers(notice));
    }
}

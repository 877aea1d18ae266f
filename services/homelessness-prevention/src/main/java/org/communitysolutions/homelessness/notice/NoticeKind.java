package org.communitysolutions.homelessness.notice;

/** What kind of notice a household was served. */
public enum NoticeKind {
    /** Notice of proceedings for possession, Housing Act 1988, s8. */
    SECTION_8,
    /** Notice requiring possession of an assured shorthold tenancy, Housing Act 1988, s21. */
    SECTION_21,
    NOTICE_TO_QUIT,
    OTHER
}

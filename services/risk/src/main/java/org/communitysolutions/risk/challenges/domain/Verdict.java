package org.communitysolutions.risk.challenges.domain;

/** What a person may decide of a challenge. */
public enum Verdict {
    UPHELD,
    DISMISSED
}

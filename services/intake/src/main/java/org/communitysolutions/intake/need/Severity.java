package org.communitysolutions.intake.need;

/** How grave a need is. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH
}

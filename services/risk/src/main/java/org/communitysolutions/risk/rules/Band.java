package org.communitysolutions.risk.rules;

/** What a score amounts to; the factors file says from which score on. */
public enum Band {
    LOW,
    GUARDED,
    ELEVATED,
    HIGH
}

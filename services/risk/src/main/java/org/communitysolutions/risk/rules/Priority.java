package org.communitysolutions.risk.rules;

/** How soon a task is to be taken up. */
public enum Priority {
    URGENT,
    HIGH,
    NORMAL,
    LOW
}

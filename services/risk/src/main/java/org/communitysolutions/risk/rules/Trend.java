package org.communitysolutions.risk.rules;

/** Which way a factor's level went with the last news of it. */
public enum Trend {
    RISING,
    STEADY,
    FALLING
}

package org.communitysolutions.risk.rules;

/** What a field of an event holds, and as which type of Java it is held. */
public enum FieldType {
    /** A {@link String}. */
    TEXT,
    /** A {@link Long}; of pence where it is money. */
    NUMBER,
    /** A {@link java.time.LocalDate}. */
    DATE,
    /** A {@link Boolean}. */
    FLAG,
    /** A {@link java.util.List} of {@link String}s. */
    LIST
}

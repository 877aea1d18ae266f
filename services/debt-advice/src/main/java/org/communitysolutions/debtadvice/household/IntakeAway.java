package org.communitysolutions.debtadvice.household;

/** Intake cannot register households at the moment. Its message says why, without personal data. */
public final class IntakeAway extends RuntimeException {

    IntakeAway(String message) {
        super(message);
    }

    IntakeAway(String message, Throwable cause) {
        super(message, cause);
    }
}

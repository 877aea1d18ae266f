package org.communitysolutions.shared.transactions;

/** A request that cannot be answered under the idempotency key it came with. */
public abstract sealed class IdempotencyConflict extends RuntimeException {

    private IdempotencyConflict(String message) {
        super(message, null, false, false);
    }

    /** The first request with this key has not ended yet: try again shortly. */
    public static final class InFlight extends IdempotencyConflict {
        InFlight(String key) {
            super("A request with the Idempotency-Key '%s' is still being handled".formatted(key));
        }
    }

    /** The key stands for another command of the same caller: use a new one. */
    public static final class KeyReused extends IdempotencyConflict {
        KeyReused(String key) {
            super("The Idempotency-Key '%s' was used for another request".formatted(key));
        }
    }
}

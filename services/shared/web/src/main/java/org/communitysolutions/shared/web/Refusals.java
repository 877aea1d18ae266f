package org.communitysolutions.shared.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/**
 * Counts whom the service turned away. What somebody may not see answers as what does not exist, and is in no figure: a count
 * of such answers would tell how much there is.
 */
@Singleton
class Refusals {

    private final Counter unauthenticated;
    private final Counter forbidden;
    private final Counter tooMany;

    Refusals(MeterRegistry meters) {
        this.unauthenticated = denials(meters, "unauthenticated");
        this.forbidden = denials(meters, "forbidden");
        this.tooMany = Counter.builder("http.rate.limited")
                .description("Requests refused because their sender made too many")
                .register(meters);
    }

    private static Counter denials(MeterRegistry meters, String reason) {
        return Counter.builder("http.denials")
                .description("Requests refused because nobody was signed in, or none of the caller's roles may do this")
                .tag("reason", reason)
                .register(meters);
    }

    /** Counts an answer of that HTTP status if it is a refusal. */
    void count(int status) {
        switch (status) {
            case 401 -> unauthenticated.increment();
            case 403 -> forbidden.increment();
            case 429 -> tooMany.increment();
            default -> {
                // Nobody was turned away.
            }
        }
    }
}

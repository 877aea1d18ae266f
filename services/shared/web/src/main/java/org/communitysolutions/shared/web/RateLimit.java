package org.communitysolutions.shared.web;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Keeps one subject behind one client from taking a replica for itself: a token bucket for each, 429 with {@code
 * Retry-After} once it is empty (RFC 6585, section 4).
 */
@Singleton
class RateLimit {

    /** Who counts as one; both come from the token. */
    private record Source(String client, String subject) {}

    private final CurrentIdentityAssociation identity;
    private final Refusals refusals;
    private final LoadingCache<Source, Bucket> buckets;

    RateLimit(
            CurrentIdentityAssociation identity,
            Refusals refusals,
            @ConfigProperty(name = "rate-limit.per-second") int perSecond,
            @ConfigProperty(name = "rate-limit.burst") int burst) {
        this.identity = identity;
        this.refusals = refusals;
        Duration untilFull = Duration.ofSeconds(burst / perSecond + 1L);
        this.buckets = Caffeine.newBuilder().expireAfterAccess(untilFull).build(source -> Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build());
    }

    @ServerRequestFilter
    Uni<Response> limit() {
        return identity.getDeferredIdentity().map(this::refusal);
    }

    private Response refusal(SecurityIdentity caller) {
        if (!(caller.getPrincipal() instanceof JsonWebToken token)) {
            return null;
        }
        ConsumptionProbe probe = buckets.get(new Source(token.getClaim("azp"), token.getSubject()))
                .tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return null;
        }
        refusals.count(429);
        long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
        Response answer = new Problem(
                        429, "too-many-requests", "Too many requests", "Try again after the time given.", List.of())
                .toResponse();
        return Response.fromResponse(answer).header("Retry-After", seconds).build();
    }
}

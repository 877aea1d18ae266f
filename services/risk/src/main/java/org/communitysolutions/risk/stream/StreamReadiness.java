package org.communitysolutions.risk.stream;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the households of its lanes are in memory. */
@Readiness
@ApplicationScoped
class StreamReadiness implements HealthCheck {

    private final EventStream stream;

    StreamReadiness(EventStream stream) {
        this.stream = stream;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("lanes").status(stream.isSettled()).build();
    }
}

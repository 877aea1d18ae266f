package org.communitysolutions.employment.job;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.communitysolutions.employment.job.domain.Allowances;

/** Reads what was agreed when the service starts, so that a gap in it stops it then and not at the first claim. */
class AllowancesInForce {

    @Produces
    @Singleton
    @Startup
    Allowances allowances(ConfiguredAllowances configured) {
        return configured.agreed();
    }
}

package org.communitysolutions.volunteering.clearance;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.communitysolutions.volunteering.clearance.domain.Renewal;

/** Reads the policy when the service starts, so that a gap in it stops it then and not at the first match. */
class RenewalInForce {

    @Produces
    @Singleton
    @Startup
    Renewal renewal(ConfiguredRenewal configured) {
        return configured.policy();
    }
}

package org.communitysolutions.homelessness.duty;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.communitysolutions.homelessness.duty.domain.DutyLaw;

/** Reads the law when the service starts, so that one that lacks something stops it then and not at the first duty. */
class LawInForce {

    @Produces
    @Singleton
    @Startup
    DutyLaw law(ConfiguredDutyLaw configured) {
        return configured.law();
    }
}

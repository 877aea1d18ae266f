package org.communitysolutions.risk.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The rule for small numbers as this council has it. */
@ApplicationScoped
class DisclosureSettings {

    @Produces
    @Singleton
    SmallNumbers smallNumbers(
            @ConfigProperty(name = "disclosure.small-number") int most,
            @ConfigProperty(name = "disclosure.round-to") int roundTo) {
        return new SmallNumbers(most, roundTo);
    }
}

package org.communitysolutions.debtadvice.household.intake;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Intake's registry, over REST, asked with this service's own token. */
@RegisterRestClient(configKey = "intake")
@OidcClientFilter
@Path("/api/intake/v1")
public interface IntakeRegistry {

    /** The most registrations of one call. */
    int MOST = 500;

    /**
     * A home that somebody lives in.
     *
     * @param uprn 1 to 12 digits
     * @param on a day on which the household lives there
     */
    record Registration(String uprn, LocalDate on) {}

    /** Up to {@link #MOST} of them. */
    record Registrations(List<Registration> registrations) {}

    /** The household that lives there, known before or new. */
    record Registered(String uprn, LocalDate on, UUID householdId, boolean isNew) {}

    /** In the order of the registrations. */
    record RegisteredHouseholds(List<Registered> households) {}

    /**
     * Registers households; one that is known already is given as it is.
     *
     * @param subject the user for whom this is done
     */
    @POST
    @Path("household-registrations")
    Uni<RegisteredHouseholds> register(@HeaderParam("On-Behalf-Of") String subject, Registrations registrations);
}

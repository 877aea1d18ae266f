package org.communitysolutions.volunteering.clearance.api;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.communitysolutions.shared.web.PlausibleDate;

/**
 * That a check came back in order.
 *
 * @param issuedOn the date of the certificate
 */
record Issue(@NotNull @PlausibleDate LocalDate issuedOn) {}

package org.communitysolutions.intake.household.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.communitysolutions.intake.Roles;
import org.communitysolutions.intake.household.ImportHouseholds;
import org.communitysolutions.shared.messaging.FailureOutline;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Households from a file, read as it arrives. */
@Path("household-imports")
@Tag(name = "Households")
public class HouseholdImportResource {

    private static final Logger LOG = Logger.getLogger(HouseholdImportResource.class);

    private final ImportHouseholds importHouseholds;
    private final CurrentCaller caller;

    HouseholdImportResource(ImportHouseholds importHouseholds, CurrentCaller caller) {
        this.importHouseholds = importHouseholds;
        this.caller = caller;
    }

    @POST
    @Blocking
    @Consumes("text/csv")
    @RolesAllowed({Roles.TEAM_MANAGER, Roles.PLATFORM_OPERATOR})
    @Operation(
            summary = "Load households from CSV: uprn,occupied_from,ward,tenure,adults,children",
            description = "Lines that name no household are refused and reported; all others are taken. A file that was"
                    + " taken in part, or already, can be sent again: what is known is counted as known.")
    public ImportHouseholds.Report load(@HeaderParam("Content-Type") String type, InputStream file) {
        requireUtf8(MediaType.valueOf(type));
        try {
            return importHouseholds.handle(caller.get(), new HouseholdFile(file));
        } catch (ImportHouseholds.Interrupted interrupted) {
            LOG.errorf("An import of households was interrupted: %s", FailureOutline.of(interrupted));
            ImportHouseholds.Report before = interrupted.before();
            throw new Problem(
                    503,
                    "import-interrupted",
                    "The registry did not take the whole file",
                    "%d households were registered and %d were known before it stopped. Send the same file again."
                            .formatted(before.registered(), before.known()),
                    List.of());
        }
    }

    private static void requireUtf8(MediaType type) {
        String charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
        if (!charset.toLowerCase(Locale.ROOT).equals("utf-8")) {
            throw new Problem(
                    415, "wrong-encoding", "The file is in another encoding", "Send the file in UTF-8.", List.of());
        }
    }
}

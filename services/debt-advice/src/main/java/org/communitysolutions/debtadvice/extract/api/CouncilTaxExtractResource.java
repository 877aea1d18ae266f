package org.communitysolutions.debtadvice.extract.api;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.debtadvice.extract.ReadExtract.LinesWanted;
import org.communitysolutions.debtadvice.extract.domain.AccountKind;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Extracts of council-tax accounts, as the council's own systems export them. */
@Path("council-tax-extracts")
@Tag(name = "Extracts")
@RolesAllowed({"debt-adviser", "team-manager", "platform-operator"})
public class CouncilTaxExtractResource {

    private final ExtractUploads uploads;
    private final ExtractReports reports;
    private final CurrentCaller caller;

    CouncilTaxExtractResource(ExtractUploads uploads, ExtractReports reports, CurrentCaller caller) {
        this.uploads = uploads;
        this.reports = reports;
        this.caller = caller;
    }

    @POST
    @Consumes("text/csv")
    @Blocking
    @Operation(
            summary =
                    "Import an extract: 202 with its report's address, 200 if it is applied already; the same file again changes nothing")
    public Response upload(
            @QueryParam("mapping") @DefaultValue("generic") String mapping,
            @QueryParam("asAt") LocalDate asAt,
            @HeaderParam(Preference.HEADER) String prefer,
            @HeaderParam("Content-Length") Long length,
            @Context UriInfo uri,
            InputStream body) {
        ExtractUploads.Request request =
                new ExtractUploads.Request(AccountKind.COUNCIL_TAX, mapping, asAt, prefer, length);
        return uploads.answer(caller.get(), request, body, uri);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "What has become of an extract")
    public Uni<ExtractReportView> report(@PathParam("id") UUID id) {
        return reports.report(caller.get(), AccountKind.COUNCIL_TAX, id);
    }

    @GET
    @Path("{id}/lines")
    @Operation(summary = "What came of its lines, in the order of the file")
    public Uni<Response> lines(
            @PathParam("id") UUID id,
            @QueryParam("outcome") String outcome,
            @QueryParam("cursor") @DefaultValue("0") @Min(0) int cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        LinesWanted wanted =
                new LinesWanted(AccountKind.COUNCIL_TAX, id, ExtractReports.outcome(outcome), cursor, limit);
        return reports.lines(caller.get(), wanted, uri);
    }
}

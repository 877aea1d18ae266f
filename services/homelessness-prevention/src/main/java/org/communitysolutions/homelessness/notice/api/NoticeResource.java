package org.communitysolutions.homelessness.notice.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.communitysolutions.homelessness.application.NoSuchApplication;
import org.communitysolutions.homelessness.notice.ReadNotices;
import org.communitysolutions.homelessness.notice.RecordNotice;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Problem;
import org.communitysolutions.shared.web.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Notices by which households are told to leave. */
@Path("notices")
@RolesAllowed({"housing-officer", "domestic-abuse-specialist", "team-manager"})
@Tag(name = "Notices")
public class NoticeResource {

    private final RecordNotice record;
    private final ReadNotices read;
    private final CouncilCalendar calendar;
    private final CurrentCaller caller;

    NoticeResource(RecordNotice record, ReadNotices read, CouncilCalendar calendar, CurrentCaller caller) {
        this.record = record;
        this.read = read;
        this.calendar = calendar;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Record a notice that a household was served, with its application or before there is one")
    public Uni<Response> served(@NotNull @Valid NewNotice request, @Context UriInfo uri) {
        return record.handle(caller.get(), request.served(calendar.today()))
                .onFailure(NoSuchApplication.class)
                .transform(none -> Problem.unprocessable(
                        "no-such-application",
                        "The household has no such application",
                        "Name an application of this household, or none."))
                .map(notice -> Response.created(uri.getAbsolutePathBuilder()
                                .path(notice.id().toString())
                                .build())
                        .tag(Versions.tag(notice.version()))
                        .entity(NoticeView.of(notice))
                        .build());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a notice; the read is audited")
    public Uni<Response> read(@PathParam("id") UUID id) {
        return read.byId(caller.get(), id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("notice")))
                .map(notice -> Response.ok(NoticeView.of(notice))
                        .tag(Versions.tag(notice.version()))
                        .build());
    }
}

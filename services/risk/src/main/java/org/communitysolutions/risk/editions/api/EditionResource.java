package org.communitysolutions.risk.editions.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.communitysolutions.risk.editions.KeptEdition;
import org.communitysolutions.risk.editions.LoadEdition;
import org.communitysolutions.risk.editions.ReadEditions;
import org.communitysolutions.risk.editions.SwitchEdition;
import org.communitysolutions.risk.rules.loading.RulesRefused;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Editions of factors and rules, as analysts write them. */
@Path("rules/editions")
@Tag(name = "Rules")
@RolesAllowed({"insight-analyst", "team-manager", "information-governance", "platform-operator"})
public class EditionResource {

    private final LoadEdition load;
    private final ReadEditions read;
    private final SwitchEdition switching;
    private final CurrentCaller caller;

    EditionResource(LoadEdition load, ReadEditions read, SwitchEdition switching, CurrentCaller caller) {
        this.load = load;
        this.read = read;
        this.switching = switching;
        this.caller = caller;
    }

    @POST
    @RolesAllowed("insight-analyst")
    @Operation(
            summary =
                    "Load an edition: checked whole, its examples worked out, held against approved editions (a rule that says something else has another version), and refused with file, line and what was expected; nothing is evaluated by it yet")
    public Uni<Response> load(@NotNull @Valid NewEdition request, @Context UriInfo uri) {
        Caller loader = caller.get();
        return load.handle(loader, request.text())
                .onFailure(RulesRefused.class)
                .transform(EditionResource::refused)
                .chain(loading -> switch (loading.outcome()) {
                    case ADDED -> created(loader, loading.version(), uri);
                    case KNOWN ->
                        whole(loader, loading.version())
                                .map(view -> Response.ok(view).build());
                    case VERSION_TAKEN -> throw taken("rules", loading.version());
                    case FACTORS_VERSION_TAKEN -> throw taken("factors", loading.version());
                });
    }

    @GET
    @Operation(summary = "Which editions there are and what became of them, the latest first, without their texts")
    public Uni<Response> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(Page.MOST) int limit,
            @Context UriInfo uri) {
        return read.list(
                        caller.get(),
                        Page.position(
                                cursor,
                                2,
                                parts -> new ReadEditions.Place(Instant.parse(parts.getFirst()), parts.getLast())),
                        Page.probe(limit))
                .map(editions -> Page.ordered(editions, limit, EditionResource::place, EditionView::of, uri));
    }

    @GET
    @Path("{version}")
    @Operation(summary = "An edition with its texts")
    public Uni<EditionView> read(@PathParam("version") String version) {
        return whole(caller.get(), version);
    }

    @POST
    @Path("{version}/approval")
    @RolesAllowed({"team-manager", "information-governance"})
    @Operation(summary = "Say that an edition may be switched to; somebody else than who loaded it. Twice is as once")
    public Uni<EditionView> approve(@PathParam("version") String version) {
        return switching
                .approve(caller.get(), version)
                .onFailure(RulesRefused.class)
                .transform(EditionResource::refused)
                .map(EditionView::answer);
    }

    @POST
    @Path("{version}/live")
    @RolesAllowed({"team-manager", "information-governance"})
    @Operation(
            summary =
                    "Make an approved edition the live one, or make a former one so again: all households are evaluated anew; somebody else than who loaded it. Twice is as once")
    public Uni<EditionView> goLive(@PathParam("version") String version) {
        return switching.goLive(caller.get(), version).map(EditionView::answer);
    }

    private Uni<EditionView> whole(Caller reader, String version) {
        return read.handle(reader, version)
                .map(found -> found.map(EditionView::of).orElseThrow(() -> Problem.notFound("edition")));
    }

    private Uni<Response> created(Caller reader, String version, UriInfo uri) {
        return whole(reader, version).map(view -> Response.created(
                        uri.getAbsolutePathBuilder().path(version).build())
                .entity(view)
                .build());
    }

    private static List<String> place(KeptEdition kept) {
        return List.of(
                kept.edition().heading().loadedAt().toString(),
                kept.edition().heading().version());
    }

    private static Throwable refused(Throwable failure) {
        return failure instanceof RulesRefused refused ? problem(refused) : failure;
    }

    private static Problem problem(RulesRefused refused) {
        return new Problem(
                422,
                "edition-refused",
                "The edition is not what it should be",
                "The live edition stays live. See errors for what was expected where.",
                refused.refusals().stream()
                        .map(refusal -> new Problem.Field(
                                "/" + refusal.file(),
                                "line %d, column %d: %s"
                                        .formatted(refusal.line(), refusal.column(), refusal.expected())))
                        .toList());
    }

    private static Problem taken(String file, String version) {
        return new Problem(
                409,
                "edition-exists",
                "That version stands for another text",
                "A version's text never changes. Give this one a version of its own.",
                List.of(new Problem.Field(
                        "/" + file, "has the version %s, which was loaded with another text".formatted(version))));
    }
}

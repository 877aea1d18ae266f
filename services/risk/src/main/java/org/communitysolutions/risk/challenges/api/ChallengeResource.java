package org.communitysolutions.risk.challenges.api;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.challenges.ChallengeAnswer;
import org.communitysolutions.risk.challenges.DecideChallenge;
import org.communitysolutions.risk.challenges.ReadChallenges;
import org.communitysolutions.risk.challenges.RecordChallenge;
import org.communitysolutions.risk.challenges.ResponsePeriods;
import org.communitysolutions.risk.challenges.domain.Verdict;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.CouncilCalendar;
import org.communitysolutions.shared.web.CurrentCaller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.PlainText;
import org.communitysolutions.shared.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a household contests of what was worked out of it, and what people decided of that. */
@Path("households/{household}/challenges")
@Tag(name = "Challenges")
@RolesAllowed({
    "front-door",
    "universal-worker",
    "targeted-worker",
    "debt-adviser",
    "housing-officer",
    "employment-adviser",
    "domestic-abuse-specialist",
    "team-manager"
})
public class ChallengeResource {

    private final RecordChallenge record;
    private final DecideChallenge decide;
    private final ReadChallenges read;
    private final ResponsePeriods periods;
    private final CouncilCalendar calendar;
    private final CurrentCaller caller;

    ChallengeResource(
            RecordChallenge record,
            DecideChallenge decide,
            ReadChallenges read,
            ResponsePeriods periods,
            CouncilCalendar calendar,
            CurrentCaller caller) {
        this.record = record;
        this.decide = decide;
        this.read = read;
        this.periods = periods;
        this.calendar = calendar;
        this.caller = caller;
    }

    /** What was decided, and why, in at most 4,000 characters. */
    @Schema(name = "ChallengeDecisionRequest")
    record DecisionRequest(
            @NotNull Verdict verdict,
            @NotNull @PlainText(max = 4000) String reasons) {}

    /** Why the household takes it back, in at most 4,000 characters. */
    @Schema(name = "ChallengeWithdrawalRequest")
    record WithdrawalRequest(@NotNull @PlainText(max = 4000) String reasons) {}

    @POST
    @Operation(
            summary = "Record a household's challenge to a task, a factor or its score",
            description =
                    "UK GDPR articles 16, 18 and 21. What it is of is paused until a person has decided: a task is taken back unless somebody has taken it up, a factor counts for nothing, a score is not used. What the caller may not see cannot be challenged: 404. What is challenged already: 409.")
    public Uni<Response> challenge(@PathParam("household") UUID household, @NotNull @Valid NewChallenge request) {
        Caller who = caller.get();
        return record.handle(who, request.objection(household, calendar.today(), periods))
                .chain(answer -> shown(who, answer))
                .map(view ->
                        Response.status(Response.Status.CREATED).entity(view).build());
    }

    @GET
    @Operation(summary = "A household's challenges, oldest first; the read is audited")
    public Uni<Page<ChallengeView>> list(@PathParam("household") UUID household) {
        return read.handle(caller.get(), household)
                .map(found -> found.orElseThrow(() -> Problem.notFound("household")))
                .map(challenges ->
                        new Page<>(challenges.stream().map(ChallengeView::of).toList()));
    }

    @POST
    @Path("{challenge}/decision")
    @RolesAllowed({"team-manager", "domestic-abuse-specialist"})
    @Operation(
            summary = "Decide a challenge: by a manager, of a restricted one by a specialist, who did not record it",
            description =
                    "Upheld, a task is not asked for again in its episode, and a factor counts for nothing while it stands without a break. Dismissed, all is as it was.")
    public Uni<ChallengeView> decide(
            @PathParam("household") UUID household,
            @PathParam("challenge") UUID challenge,
            @NotNull @Valid DecisionRequest request) {
        Caller who = caller.get();
        return decide.handle(
                        who,
                        new DecideChallenge.Ending(
                                household, challenge, Optional.of(request.verdict()), request.reasons()))
                .chain(answer -> shown(who, answer));
    }

    @POST
    @Path("{challenge}/withdrawal")
    @Operation(summary = "Record that the household takes its challenge back: all is as it was")
    public Uni<ChallengeView> withdraw(
            @PathParam("household") UUID household,
            @PathParam("challenge") UUID challenge,
            @NotNull @Valid WithdrawalRequest request) {
        Caller who = caller.get();
        return decide.handle(who, new DecideChallenge.Ending(household, challenge, Optional.empty(), request.reasons()))
                .chain(answer -> shown(who, answer));
    }

    private Uni<ChallengeView> shown(Caller who, ChallengeAnswer answer) {
        return switch (answer) {
            case ChallengeAnswer.Done(UUID challenge) ->
                read.one(who, challenge)
                        .map(found -> found.map(ChallengeView::of).orElseThrow(() -> Problem.notFound("challenge")));
            case ChallengeAnswer.Absent(String kind) -> throw Problem.notFound(kind);
            case ChallengeAnswer.Pending pending ->
                throw Problem.conflict(
                        "challenged-already",
                        "The same is challenged already",
                        "Nobody has decided that challenge yet.");
            case ChallengeAnswer.Refused refused -> throw Refusals.of(refused.why());
        };
    }
}

package org.communitysolutions.debtadvice.extract.api;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.debtadvice.extract.ReadExtract;
import org.communitysolutions.debtadvice.extract.ReadExtract.LinesWanted;
import org.communitysolutions.debtadvice.extract.ReportedLine;
import org.communitysolutions.debtadvice.extract.ReportedLine.Outcome;
import org.communitysolutions.debtadvice.extract.domain.AccountKind;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.web.Page;
import org.communitysolutions.shared.web.Problem;

/** Answers questions about either kind of extract. */
@ApplicationScoped
class ExtractReports {

    private final ReadExtract read;

    ExtractReports(ReadExtract read) {
        this.read = read;
    }

    Uni<ExtractReportView> report(Caller caller, AccountKind kind, UUID id) {
        return read.handle(caller, kind, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound("extract")))
                .map(ExtractReportView::of);
    }

    Uni<Response> lines(Caller caller, LinesWanted wanted, UriInfo uri) {
        LinesWanted oneMore = new LinesWanted(
                wanted.kind(), wanted.extract(), wanted.outcome(), wanted.after(), Page.probe(wanted.limit()));
        return read.lines(caller, oneMore)
                .map(found -> found.orElseThrow(() -> Problem.notFound("extract")))
                .map(lines -> page(lines, wanted.limit(), uri));
    }

    /**
     * The outcome that is asked for by its code.
     *
     * @throws Problem 400 if there is none of that code
     */
    static Optional<Outcome> outcome(String code) {
        if (code == null) {
            return Optional.empty();
        }
        for (Outcome outcome : Outcome.values()) {
            if (EnumCodes.of(outcome).equals(code)) {
                return Optional.of(outcome);
            }
        }
        throw Problem.invalid("outcome", "must be one of taken, unchanged, refused");
    }

    private static Response page(List<ReportedLine> lines, int limit, UriInfo uri) {
        List<ReportedLine> shown = lines.subList(0, Math.min(limit, lines.size()));
        Response.ResponseBuilder answer = Response.ok(new Page<>(shown));
        if (lines.size() > limit) {
            answer.links(Link.fromUriBuilder(uri.getRequestUriBuilder()
                            .replaceQueryParam("cursor", shown.getLast().number())
                            .replaceQueryParam("limit", limit))
                    .rel("next")
                    .build());
        }
        return answer.build();
    }
}

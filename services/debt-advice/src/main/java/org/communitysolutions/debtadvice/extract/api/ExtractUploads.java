package org.communitysolutions.debtadvice.extract.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.communitysolutions.debtadvice.extract.ExtractReport;
import org.communitysolutions.debtadvice.extract.ExtractSettings;
import org.communitysolutions.debtadvice.extract.ImportTrace;
import org.communitysolutions.debtadvice.extract.ReadExtract;
import org.communitysolutions.debtadvice.extract.ReceiveExtract;
import org.communitysolutions.debtadvice.extract.ReceiveExtract.Receipt;
import org.communitysolutions.debtadvice.extract.ReceiveExtract.Upload;
import org.communitysolutions.debtadvice.extract.domain.AccountKind;
import org.communitysolutions.debtadvice.extract.file.FileRefused;
import org.communitysolutions.debtadvice.extract.file.ReceivedBytes;
import org.communitysolutions.debtadvice.extract.mapping.ExtractMapping;
import org.communitysolutions.debtadvice.extract.mapping.ExtractMappings;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.web.Problem;

/** Answers uploads of either kind of extract. */
@ApplicationScoped
class ExtractUploads {

    private final ReceiveExtract receive;
    private final ReadExtract read;
    private final ExtractMappings mappings;
    private final ExtractSettings settings;

    ExtractUploads(ReceiveExtract receive, ReadExtract read, ExtractMappings mappings, ExtractSettings settings) {
        this.receive = receive;
        this.read = read;
        this.mappings = mappings;
        this.settings = settings;
    }

    /** What came with the body. */
    record Request(AccountKind kind, String mapping, LocalDate asAt, String prefer, Long length) {}

    /** Reads the body to its end, and waits as long as the client would. Blocks. */
    Response answer(Caller caller, Request request, InputStream body, UriInfo uri) {
        Upload upload = upload(request);
        Receipt receipt = receive(caller, request, upload, body);
        Duration wait = Preference.toWait(request.prefer());
        ExtractReport report = read.await(caller, request.kind(), receipt.id(), wait)
                .orElseThrow(() -> new IllegalStateException("A received extract has no report"));
        ExtractReportView view = ExtractReportView.of(report, Optional.of(receipt.repeated() ? "unchanged" : "new"));
        Response.ResponseBuilder answer = (report.isApplied() ? Response.ok() : Response.accepted())
                .location(uri.getAbsolutePathBuilder()
                        .path(report.id().toString())
                        .build())
                .entity(view);
        return wait.isZero()
                ? answer.build()
                : answer.header(Preference.APPLIED, "wait=" + wait.toSeconds()).build();
    }

    private Receipt receive(Caller caller, Request request, Upload upload, InputStream body) {
        long most = settings.largest().asLongValue();
        try {
            if (request.length() != null && request.length() > most) {
                throw ReceivedBytes.tooLarge(most);
            }
            return receive.handle(caller, upload, body);
        } catch (FileRefused refused) {
            throw problem(refused);
        } catch (IOException broken) {
            throw new Problem(
                    400,
                    "upload-broken",
                    "The upload broke off",
                    "The body did not arrive whole. Nothing of it was kept; send it again.",
                    List.of());
        }
    }

    private Upload upload(Request request) {
        ExtractMapping mapping = mappings.find(request.kind(), request.mapping())
                .orElseThrow(() -> Problem.invalid(
                        "mapping", "must be one of " + String.join(", ", mappings.names(request.kind()))));
        Optional<LocalDate> asAt = Optional.ofNullable(request.asAt());
        if (mapping.saysItsDay() && asAt.isPresent()) {
            throw Problem.invalid("asAt", "must be left out: with this mapping a column of the file says it");
        }
        if (!mapping.saysItsDay() && asAt.isEmpty()) {
            throw Problem.invalid(
                    "asAt", "must be the day that the extract speaks of: with this mapping no column says it");
        }
        return new Upload(mapping, asAt, ImportTrace.current());
    }

    private static Problem problem(FileRefused refused) {
        int status = refused.reason() == FileRefused.Reason.TOO_LARGE ? 413 : 422;
        return new Problem(status, refused.reason().code(), refused.reason().title(), refused.getMessage(), List.of());
    }
}

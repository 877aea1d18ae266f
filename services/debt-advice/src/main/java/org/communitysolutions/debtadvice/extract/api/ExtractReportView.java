package org.communitysolutions.debtadvice.extract.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.debtadvice.extract.ExtractReport;

/**
 * The report of an extract.
 *
 * @param outcome in the answer to an upload: {@code unchanged} if the very same file was sent before, else {@code new}
 */
record ExtractReportView(
        UUID id,
        Optional<String> outcome,
        ExtractReport.State state,
        String mapping,
        Optional<LocalDate> asAt,
        String sentBy,
        String sha256,
        long bytes,
        Instant receivedAt,
        Optional<Instant> appliedAt,
        Optional<String> warning,
        Optional<String> waitingFor,
        ExtractReport.Counts counts) {

    static ExtractReportView of(ExtractReport report) {
        return of(report, Optional.empty());
    }

    static ExtractReportView of(ExtractReport report, Optional<String> outcome) {
        return new ExtractReportView(
                report.id(),
                outcome,
                report.state(),
                report.mapping(),
                report.asAt(),
                report.sentBy(),
                report.sha256(),
                report.bytes(),
                report.receivedAt(),
                report.appliedAt(),
                report.warning(),
                report.waitingFor(),
                report.counts());
    }
}

package org.communitysolutions.risk.challenges.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.communitysolutions.risk.challenges.RecordChallenge;
import org.communitysolutions.risk.challenges.ResponsePeriods;
import org.communitysolutions.risk.challenges.SubjectKind;
import org.communitysolutions.shared.web.PlainText;
import org.communitysolutions.shared.web.PlausibleDate;
import org.communitysolutions.shared.web.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a household challenges.
 *
 * @param says what it said, at most 4,000 characters
 * @param receivedOn the day on which the council had it
 * @param by the person who said it, where it is not the household as a whole
 */
@Schema(name = "ChallengeRequest")
record NewChallenge(
        @NotNull @Valid Of of,
        @NotNull @PlainText(max = 4000) String says,
        @NotNull @PlausibleDate LocalDate receivedOn,
        UUID by) {

    /** What it is of: exactly one of the three. */
    @Schema(name = "ChallengeSubject")
    record Of(
            UUID task,

            @Pattern(
                    regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*",
                    message = "must be a factor's code, such as council-tax-arrears")
            String factor,

            Boolean score) {

        private RecordChallenge.Kind kind() {
            boolean ofScore = Boolean.TRUE.equals(score);
            if (Stream.of(task != null, factor != null, ofScore)
                            .filter(given -> given)
                            .count()
                    != 1) {
                throw Problem.invalid("/of", "must be exactly one of task, factor and score (true)");
            }
            SubjectKind kind = ofScore ? SubjectKind.SCORE : task == null ? SubjectKind.FACTOR : SubjectKind.TASK;
            return new RecordChallenge.Kind(kind, Optional.ofNullable(task), Optional.ofNullable(factor));
        }
    }

    RecordChallenge.Objection objection(UUID household, LocalDate today, ResponsePeriods periods) {
        if (receivedOn.isAfter(today)) {
            throw Problem.invalid("/receivedOn", "must not be in the future");
        }
        if (receivedOn.isBefore(periods.beginning())) {
            throw Problem.invalid("/receivedOn", "must not be before " + periods.beginning());
        }
        return new RecordChallenge.Objection(household, of.kind(), says, receivedOn, Optional.ofNullable(by));
    }
}

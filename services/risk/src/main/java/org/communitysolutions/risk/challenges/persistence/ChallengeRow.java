package org.communitysolutions.risk.challenges.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.risk.challenges.ChallengeState;
import org.communitysolutions.risk.challenges.SubjectKind;
import org.communitysolutions.risk.challenges.domain.Challenge;
import org.communitysolutions.risk.challenges.domain.Particulars;
import org.communitysolutions.risk.challenges.domain.Ruling;
import org.communitysolutions.risk.challenges.domain.Subject;

@Entity
@Table(name = "challenge")
class ChallengeRow {

    @Id
    UUID id;

    UUID household;
    boolean restricted;

    @Enumerated(EnumType.STRING)
    SubjectKind subject;

    UUID taskId;
    String factor;
    String says;
    UUID madeBy;
    LocalDate receivedOn;
    LocalDate dueOn;
    String recordedBy;
    Instant recordedAt;

    @Enumerated(EnumType.STRING)
    ChallengeState state;

    String decidedBy;
    Instant decidedAt;
    String reasons;

    @Version
    long version;

    static ChallengeRow of(Challenge.Open challenge) {
        Particulars about = challenge.particulars();
        ChallengeRow row = new ChallengeRow();
        row.id = about.id();
        row.household = about.household();
        row.restricted = about.restricted();
        row.subject = SubjectKind.of(about.of());
        row.taskId = SubjectKind.task(about.of()).orElse(null);
        row.factor = SubjectKind.factor(about.of()).orElse(null);
        row.says = about.says();
        row.madeBy = about.by().orElse(null);
        row.receivedOn = about.receivedOn();
        row.dueOn = about.dueOn();
        row.recordedBy = about.recordedBy();
        row.recordedAt = about.recordedAt();
        row.state = ChallengeState.OPEN;
        return row;
    }

    void set(Challenge changed) {
        state = ChallengeState.of(changed);
        switch (changed) {
            case Challenge.Open open -> {}
            case Challenge.Upheld upheld -> set(upheld.ruling());
            case Challenge.Dismissed dismissed -> set(dismissed.ruling());
            case Challenge.Withdrawn withdrawn -> set(withdrawn.ruling());
        }
    }

    private void set(Ruling ruling) {
        decidedBy = ruling.by();
        decidedAt = ruling.at();
        reasons = ruling.reasons();
    }

    Challenge challenge() {
        Particulars about = new Particulars(
                id,
                household,
                restricted,
                of(),
                says,
                Optional.ofNullable(madeBy),
                receivedOn,
                dueOn,
                recordedBy,
                recordedAt);
        return switch (state) {
            case OPEN -> new Challenge.Open(about);
            case UPHELD -> new Challenge.Upheld(about, ruling());
            case DISMISSED -> new Challenge.Dismissed(about, ruling());
            case WITHDRAWN -> new Challenge.Withdrawn(about, ruling());
        };
    }

    private Subject of() {
        return switch (subject) {
            case TASK -> new Subject.OfTask(taskId);
            case FACTOR -> new Subject.OfFactor(factor);
            case SCORE -> new Subject.OfScore();
        };
    }

    private Ruling ruling() {
        return new Ruling(decidedBy, decidedAt, reasons);
    }
}

package org.communitysolutions.intake.merge.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.communitysolutions.intake.merge.Merge;

@Entity
@Table(name = "household_merge")
class MergeRow {

    @Id
    UUID id;

    UUID intoHousehold;
    UUID[] merged;
    String reason;
    Instant proposedAt;
    String proposedBy;
    Instant confirmedAt;
    String confirmedBy;
    Instant endedAt;
    String endedBy;
    String endReason;

    static MergeRow of(Merge merge) {
        MergeRow row = new MergeRow();
        row.id = merge.id();
        row.intoHousehold = merge.into();
        row.merged = merge.merged().toArray(UUID[]::new);
        row.reason = merge.reason();
        row.proposedAt = merge.proposed().at();
        row.proposedBy = merge.proposed().by();
        row.set(merge);
        return row;
    }

    void set(Merge merge) {
        confirmedAt = merge.confirmed().map(Merge.Step::at).orElse(null);
        confirmedBy = merge.confirmed().map(Merge.Step::by).orElse(null);
        endedAt = merge.ended().map(Merge.Step::at).orElse(null);
        endedBy = merge.ended().map(Merge.Step::by).orElse(null);
        endReason = merge.endReason().orElse(null);
    }

    Merge merge() {
        return new Merge(
                id,
                intoHousehold,
                List.of(merged),
                reason,
                new Merge.Step(proposedAt, proposedBy),
                step(confirmedAt, confirmedBy),
                step(endedAt, endedBy),
                Optional.ofNullable(endReason));
    }

    private static Optional<Merge.Step> step(Instant at, String by) {
        return Optional.ofNullable(at).map(when -> new Merge.Step(when, by));
    }
}

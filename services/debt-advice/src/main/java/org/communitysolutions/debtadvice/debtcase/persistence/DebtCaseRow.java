package org.communitysolutions.debtadvice.debtcase.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.communitysolutions.debtadvice.debtcase.KeptDebtCase;
import org.communitysolutions.debtadvice.debtcase.domain.ClosingReason;
import org.communitysolutions.debtadvice.debtcase.domain.DebtCase;

@Entity
@Table(name = "debt_case")
class DebtCaseRow {

    @Id
    UUID id;

    UUID householdId;
    LocalDate openedOn;
    String openedBy;
    LocalDate closedOn;

    @Enumerated(EnumType.STRING)
    ClosingReason closedReason;

    @Version
    long version;

    static DebtCaseRow of(DebtCase.Open opened) {
        DebtCaseRow row = new DebtCaseRow();
        row.id = opened.id();
        row.householdId = opened.household();
        row.openedOn = opened.openedOn();
        row.openedBy = opened.openedBy();
        return row;
    }

    void close(DebtCase.Closed closed) {
        closedOn = closed.closedOn();
        closedReason = closed.reason();
    }

    KeptDebtCase kept() {
        DebtCase.Open open = new DebtCase.Open(id, householdId, openedOn, openedBy);
        return new KeptDebtCase(closedOn == null ? open : open.close(closedReason, closedOn), version);
    }
}

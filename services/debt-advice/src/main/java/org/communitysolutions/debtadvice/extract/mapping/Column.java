package org.communitysolutions.debtadvice.extract.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.communitysolutions.debtadvice.extract.domain.AccountKind;

/** What the columns of an extract can mean. */
public enum Column {
    ACCOUNT_REFERENCE,
    UPRN,
    FINANCIAL_YEAR,
    INSTALMENT_AMOUNT,
    FIRST_DUE_DATE,
    INSTALMENTS_DUE,
    INSTALMENTS_PAID,
    WEEKLY_RENT,
    BALANCE,
    RECOVERY_STAGE,
    /** The day that the extract speaks of. The one that a mapping may leave out: then the request says it. */
    AS_AT;

    /** Its name in a mapping file: {@code account-reference}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The columns of an extract of that kind. */
    static List<Column> of(AccountKind kind) {
        return Arrays.stream(values()).filter(column -> column.isOf(kind)).toList();
    }

    private boolean isOf(AccountKind kind) {
        return switch (this) {
            case ACCOUNT_REFERENCE, UPRN, BALANCE, AS_AT -> true;
            case WEEKLY_RENT -> kind == AccountKind.RENT;
            case FINANCIAL_YEAR, INSTALMENT_AMOUNT, FIRST_DUE_DATE, INSTALMENTS_DUE, INSTALMENTS_PAID, RECOVERY_STAGE ->
                kind == AccountKind.COUNCIL_TAX;
        };
    }
}

package org.communitysolutions.debtadvice.extract.domain;

import java.util.Locale;

/**
 * How far the recovery of council tax has gone: the Council Tax (Administration and Enforcement) Regulations 1992,
 * part V onwards (reminder, reg. 23; final notice, reg. 33; summons and liability order, reg. 34; enforcement, reg. 37
 * and after).
 */
public enum RecoveryStage {
    NONE,
    REMINDER,
    FINAL_NOTICE,
    SUMMONS,
    LIABILITY_ORDER,
    ENFORCEMENT;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The stage of that code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static RecoveryStage of(String code) {
        for (RecoveryStage stage : values()) {
            if (stage.code().equals(code)) {
                return stage;
            }
        }
        throw new IllegalArgumentException("No stage of recovery is called " + code);
    }
}

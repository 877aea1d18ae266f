package org.communitysolutions.debtadvice.extract.domain;

/** What an account is for. */
public enum AccountKind {
    COUNCIL_TAX("council-tax"),
    RENT("rent");

    private final String code;

    AccountKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /**
     * The kind of that code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static AccountKind of(String code) {
        for (AccountKind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No kind of account is called " + code);
    }
}

package org.communitysolutions.intake;

/**
 * A command that is well formed and cannot be done as things stand. Thrown inside the transaction, so that nothing of it
 * stays. Its text quotes nothing that the caller did not send.
 */
public class Refusal extends RuntimeException {

    /** What the caller can make of it. */
    public enum Kind {
        /** What the address names is not there, or not for this caller. */
        ABSENT,
        /** The record's state does not allow it; another state might. */
        CONFLICT,
        /** What was asked cannot be done in any state. */
        IMPOSSIBLE
    }

    private final Kind kind;
    private final String code;
    private final String title;

    private Refusal(Kind kind, String code, String title, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
        this.code = code;
        this.title = title;
    }

    /** The record that the address names is not there. */
    public static Refusal absent(String noun) {
        return new Refusal(Kind.ABSENT, "not-found", noun, "");
    }

    /** A record that the body names is not there. */
    public static Refusal unknown(String noun) {
        return impossible(
                "unknown-" + noun, "There is no such " + noun, "No %s has the id in the request.".formatted(noun));
    }

    public static Refusal conflict(String code, String title, String detail) {
        return new Refusal(Kind.CONFLICT, code, title, detail);
    }

    public static Refusal impossible(String code, String title, String detail) {
        return new Refusal(Kind.IMPOSSIBLE, code, title, detail);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** A sentence; of an absent record, its noun. */
    public String title() {
        return title;
    }
}

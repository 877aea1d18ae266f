package org.communitysolutions.debtadvice.extract.file;

/** A file that is refused whole: nothing of it is applied. Its message is for whoever sent it. */
public final class FileRefused extends RuntimeException {

    private final Reason reason;

    /** Why. */
    public enum Reason {
        EMPTY_FILE("empty-file", "The file is empty"),
        UNDECODABLE("undecodable", "The file is in another character encoding"),
        WRONG_DELIMITER("wrong-delimiter", "The file has another delimiter"),
        WRONG_HEADER("wrong-header", "The file has other columns"),
        UNTERMINATED_QUOTE("unterminated-quote", "A quote is opened and not closed"),
        MALFORMED_CSV("malformed-csv", "The file is not CSV"),
        CUT_OFF("cut-off", "The file seems cut off"),
        TOO_LARGE("too-large", "The file is too large");

        private final String code;
        private final String title;

        Reason(String code, String title) {
            this.code = code;
            this.title = title;
        }

        public String code() {
            return code;
        }

        public String title() {
            return title;
        }
    }

    public FileRefused(Reason reason, String sentence) {
        super(sentence, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

package org.communitysolutions.risk.segments;

import java.util.List;

/** A query that cannot be asked. */
public final class QueryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Wrong> wrong;

    /**
     * One thing that is wrong.
     *
     * @param pointer a JSON pointer into the query: {@code /all/0/factor/code}
     * @param expected what is expected there
     */
    public record Wrong(String pointer, String expected) {}

    QueryRefused(List<Wrong> wrong) {
        super("The query cannot be asked", null, false, false);
        this.wrong = List.copyOf(wrong);
    }

    public List<Wrong> wrong() {
        return wrong;
    }
}

package org.communitysolutions.debtadvice.extract.domain;

import java.util.List;

/** What came of a reading. */
public sealed interface Taking {

    /** It said something new. The signals stand in the order in which they happened. */
    record Taken(Account account, List<Signal> signals) implements Taking {}

    /** It said, of a later day perhaps, what was known. */
    record Unchanged(Account account) implements Taking {}

    /** It is not believed. */
    record Refused(Refusal refusal) implements Taking {}
}

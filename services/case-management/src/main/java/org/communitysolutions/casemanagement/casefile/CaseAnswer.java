package org.communitysolutions.casemanagement.casefile;

import java.util.UUID;
import org.communitysolutions.casemanagement.casefile.domain.CaseDecision;

/** What a request about a case file came to. */
public sealed interface CaseAnswer {

    /** The file as it now is. */
    record Stands(CaseFiles.Kept kept) implements CaseAnswer {}

    /** There is no such file, or none that the caller may know of. */
    record Absent() implements CaseAnswer {}

    record Refused(CaseDecision.Refusal why) implements CaseAnswer {}

    /** The household has an open file: work on that. */
    record OtherOpen(UUID open) implements CaseAnswer {}
}

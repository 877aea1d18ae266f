package org.communitysolutions.casemanagement.casefile.domain;

/** The file that all teams share about a household. Its state is its type. */
public sealed interface CaseFile permits OpenCase, ClosedCase {

    Heading heading();
}

package org.communitysolutions.casemanagement.casefile.domain;

import java.util.UUID;

/** What happened to a case file, for those outside to know. */
public sealed interface CaseEvent {

    Heading heading();

    record Opened(Heading heading) implements CaseEvent {}

    record LeadWorkerAssigned(Heading heading, UUID worker) implements CaseEvent {}

    record Closed(Heading heading, CloseReason reason) implements CaseEvent {}

    record Reopened(Heading heading) implements CaseEvent {}
}

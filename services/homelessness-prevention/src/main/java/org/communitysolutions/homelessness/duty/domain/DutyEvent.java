package org.communitysolutions.homelessness.duty.domain;

/** What happened to a duty. */
public sealed interface DutyEvent {

    Duty duty();

    record Accepted(Duty duty) implements DutyEvent {}

    record Ended(Duty duty, EndReason reason) implements DutyEvent {}
}

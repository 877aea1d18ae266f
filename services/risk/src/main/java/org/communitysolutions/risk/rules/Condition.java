package org.communitysolutions.risk.rules;

import java.util.List;

/** What a rule can ask of a household as it stands at a moment. */
public sealed interface Condition
        permits FactorHolds, EventTally, LatestEvent, HouseholdIs, WorkIsOpen, Absence, AnyOf, AllOf, Not {

    boolean holds(Moment moment);

    /** Why it holds; asked only while it does. */
    Evidence evidence(Moment moment);

    /** The conditions that it is made of. */
    default List<Condition> parts() {
        return List.of();
    }
}

package org.communitysolutions.casemanagement.task.domain;

/** A piece of work for a team. Its state is its type, and a type has only the moves that are legal in it. */
public sealed interface Task permits Open, Claimed, Completed, Withdrawn {

    Particulars particulars();
}

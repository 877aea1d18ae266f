package org.communitysolutions.casemanagement.task.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What a task is about, whatever its state.
 *
 * @param id risk's id where risk asked for it
 * @param household whom it is about
 * @param caseId the case file that it belongs to, if any
 * @param kind the code of what is to be done, such as {@code call-household}
 * @param queue where it waits or waited last
 * @param dueOn the day by which it is to be done, in the calendar of Europe/London
 * @param basis why risk asked for it; absent when a worker raised it
 */
public record Particulars(
        UUID id,
        UUID household,
        Optional<UUID> caseId,
        String kind,
        Queue queue,
        Priority priority,
        LocalDate dueOn,
        Optional<Basis> basis) {

    Particulars in(Queue other) {
        return new Particulars(id, household, caseId, kind, other, priority, dueOn, basis);
    }
}

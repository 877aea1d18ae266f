package org.communitysolutions.risk.challenges.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * What was challenged, by whom and when, whatever came of it.
 *
 * @param restricted whether only those cleared for restricted events may know of what is challenged
 * @param says what the household said, in its own words; it is told in no event
 * @param by the person who challenges it; empty if it is the household as a whole
 * @param receivedOn the day on which the council had it, in the calendar of Europe/London
 * @param dueOn by when the household is to have an answer
 * @param recordedBy the subject of the worker who wrote it down
 */
public record Particulars(
        UUID id,
        UUID household,
        boolean restricted,
        Subject of,
        String says,
        Optional<UUID> by,
        LocalDate receivedOn,
        LocalDate dueOn,
        String recordedBy,
        Instant recordedAt) {}

package org.communitysolutions.casemanagement.task.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** It is done. What risk thinks of it later changes nothing. */
public record Completed(
        Particulars particulars, UUID worker, Instant since, Outcome outcome, Optional<String> note, Instant at)
        implements Task {}

package org.communitysolutions.casemanagement.casefile.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A note to write; restricted means that only specialists see it. */
record NoteRequest(
        @NotBlank(message = "must not be empty") @Size(max = 10_000, message = "must be at most 10,000 characters") String text,

        boolean restricted) {}

package org.communitysolutions.casemanagement.casefile;

import java.time.Instant;
import java.util.UUID;

/**
 * What a worker wrote into a case file. It is never changed; what was wrong is put right by another note.
 *
 * @param author the subject of the worker's account
 * @param text 1 to 10,000 characters
 * @param restricted whether only specialists see it
 */
public record Note(UUID id, UUID file, UUID author, Instant writtenAt, String text, boolean restricted) {}

package org.communitysolutions.casemanagement.casefile.api;

import java.time.Instant;
import java.util.UUID;
import org.communitysolutions.casemanagement.casefile.Note;

/** A note as the front line reads it. */
record NoteView(UUID id, UUID author, Instant writtenAt, String text, boolean restricted) {

    static NoteView of(Note note) {
        return new NoteView(note.id(), note.author(), note.writtenAt(), note.text(), note.restricted());
    }
}

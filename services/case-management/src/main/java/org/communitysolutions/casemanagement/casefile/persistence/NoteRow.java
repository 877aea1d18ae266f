package org.communitysolutions.casemanagement.casefile.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.communitysolutions.casemanagement.casefile.Note;

@Entity
@Table(name = "note")
class NoteRow {

    @Id
    UUID id;

    UUID caseId;
    UUID author;
    Instant writtenAt;
    String text;
    boolean restricted;

    static NoteRow of(Note note) {
        NoteRow row = new NoteRow();
        row.id = note.id();
        row.caseId = note.file();
        row.author = note.author();
        row.writtenAt = note.writtenAt();
        row.text = note.text();
        row.restricted = note.restricted();
        return row;
    }

    Note note() {
        return new Note(id, caseId, author, writtenAt, text, restricted);
    }
}

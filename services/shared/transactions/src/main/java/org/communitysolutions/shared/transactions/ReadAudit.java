package org.communitysolutions.shared.transactions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Records who read what and why, in the transaction that did the reading. */
@ApplicationScoped
public class ReadAudit {

    private static final String RECORD = """
            insert into access_audit (id, subject, roles, purpose, command_id, kind, record_id)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            """;

    /**
     * Notes one read.
     *
     * @param kind what was read, as a noun in the singular
     * @param recordId the record's own id
     */
    public Uni<Void> read(Mutiny.Session session, Caller caller, String kind, UUID recordId) {
        return session.createNativeQuery(RECORD)
                .setParameter(1, Uuid7.next())
                .setParameter(2, caller.subject())
                .setParameter(3, String.join(",", caller.roles()))
                .setParameter(4, caller.purpose())
                .setParameter(5, caller.commandId())
                .setParameter(6, kind)
                .setParameter(7, recordId)
                .executeUpdate()
                .replaceWithVoid();
    }
}

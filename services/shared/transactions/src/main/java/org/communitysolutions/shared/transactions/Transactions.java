package org.communitysolutions.shared.transactions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Opens the one transaction of a use case and tells the database, before anything else, who asks. */
@ApplicationScoped
public class Transactions {

    private static final String INTRODUCE = """
            select set_config('app.subject', ?1, true), set_config('app.roles', ?2, true),
                   set_config('app.teams', ?3, true), set_config('app.purpose', ?4, true)
            """;

    private final Mutiny.SessionFactory sessions;
    private final ObjectMapper json;

    Transactions(Mutiny.SessionFactory sessions, ObjectMapper json) {
        this.sessions = sessions;
        this.json = json;
    }

    /** Runs {@code work} in a transaction of its own; what it returns arrives after the commit. */
    public <T> Uni<T> run(Caller caller, Function<Mutiny.Session, Uni<T>> work) {
        return sessions.withTransaction(
                (session, transaction) -> introduce(session, caller).chain(() -> work.apply(session)));
    }

    /**
     * As {@link #run}, at most once for each idempotency key of a caller: the result is kept in the same transaction,
     * and the same command under the same key gets that result again.
     *
     * @param command what was asked; two commands are the same when their JSON is
     * @param resultType a type that Jackson reads back as it wrote it
     * @throws IdempotencyConflict (through the Uni) if the key is in use by a request that has not ended, or was used
     *     for another command
     */
    public <T> Uni<T> once(Caller caller, Object command, Class<T> resultType, Function<Mutiny.Session, Uni<T>> work) {
        if (caller.idempotencyKey().isEmpty()) {
            return run(caller, work);
        }
        String key = caller.idempotencyKey().get();
        String fingerprint = fingerprint(command);
        return run(caller, session -> lock(session, caller.subject(), key)
                .chain(() -> kept(session, caller.subject(), key))
                .chain(kept -> kept == null
                        ? work.apply(session)
                                .call(result -> keep(session, caller.subject(), key, fingerprint, write(result)))
                        : Uni.createFrom().item(() -> answerAgain(kept, key, fingerprint, resultType))));
    }

    private Uni<Object[]> introduce(Mutiny.Session session, Caller caller) {
        return session.createNativeQuery(INTRODUCE, Object[].class)
                .setParameter(1, caller.subject())
                .setParameter(2, String.join(",", caller.roles()))
                .setParameter(3, String.join(",", caller.teams()))
                .setParameter(4, caller.purpose())
                .getSingleResult();
    }

    private Uni<Void> lock(Mutiny.Session session, String subject, String key) {
        return session.createNativeQuery("select pg_try_advisory_xact_lock(hashtextextended(?1, 0))", Boolean.class)
                .setParameter(1, subject + '\n' + key)
                .getSingleResult()
                .invoke(locked -> {
                    if (!locked) {
                        throw new IdempotencyConflict.InFlight(key);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Object[]> kept(Mutiny.Session session, String subject, String key) {
        return session.createNativeQuery(
                        "select fingerprint, result from idempotent_result where subject = ?1 and key = ?2",
                        Object[].class)
                .setParameter(1, subject)
                .setParameter(2, key)
                .getSingleResultOrNull();
    }

    private Uni<Integer> keep(Mutiny.Session session, String subject, String key, String fingerprint, String result) {
        return session.createNativeQuery(
                        "insert into idempotent_result (subject, key, fingerprint, result) values (?1, ?2, ?3, ?4)")
                .setParameter(1, subject)
                .setParameter(2, key)
                .setParameter(3, fingerprint)
                .setParameter(4, result)
                .executeUpdate();
    }

    private <T> T answerAgain(Object[] kept, String key, String fingerprint, Class<T> resultType) {
        if (!fingerprint.equals(kept[0])) {
            throw new IdempotencyConflict.KeyReused(key);
        }
        try {
            return json.readValue((String) kept[1], resultType);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept result is no longer a " + resultType.getSimpleName(), e);
        }
    }

    private String fingerprint(Object command) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((command.getClass().getName() + write(command)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value.getClass().getSimpleName() + " is not writable as JSON", e);
        }
    }
}

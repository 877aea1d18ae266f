package org.communitysolutions.shared.web;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Uuid7;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes the request in progress: the token's subject, roles and teams, the stated purpose, the idempotency key. */
@RequestScoped
public class CurrentCaller {

    /** States why the caller asks: one of the configured codes. Kept with the audit of what was read. */
    public static final String PURPOSE = "Purpose";

    /** The user for whom a service calls another; only a service's own token may carry it. */
    public static final String ON_BEHALF_OF = "On-Behalf-Of";

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final SecurityIdentity identity;
    private final JsonWebToken token;
    private final HttpHeaders headers;
    private final Set<String> purposes;
    private final String defaultPurpose;

    CurrentCaller(
            SecurityIdentity identity,
            JsonWebToken token,
            HttpHeaders headers,
            @ConfigProperty(name = "purposes") Set<String> purposes,
            @ConfigProperty(name = "purposes.default") String defaultPurpose) {
        this.identity = identity;
        this.token = token;
        this.headers = headers;
        this.purposes = purposes;
        this.defaultPurpose = defaultPurpose;
    }

    /**
     * The caller of this request. Each call names the same person but is a new command.
     *
     * @throws Problem 400 if the purpose is not one of the configured codes or the idempotency key is not 1 to 128
     *     printable ASCII characters
     */
    public Caller get() {
        Set<String> roles = new HashSet<>(identity.getRoles());
        roles.remove(Caller.SYSTEM);
        return new Caller(subject(roles), roles, teams(), purpose(), Uuid7.next(), idempotencyKey());
    }

    private String subject(Set<String> roles) {
        String user = headers.getHeaderString(ON_BEHALF_OF);
        return user != null && roles.contains("service") ? user : token.getSubject();
    }

    private Set<String> teams() {
        JsonArray teams = token.getClaim("teams");
        return teams == null
                ? Set.of()
                : teams.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private String purpose() {
        String purpose = headers.getHeaderString(PURPOSE);
        if (purpose == null) {
            return defaultPurpose;
        }
        if (!purposes.contains(purpose)) {
            throw Problem.badHeader(
                    PURPOSE,
                    "must be one of "
                            + String.join(", ", purposes.stream().sorted().toList()));
        }
        return purpose;
    }

    private Optional<String> idempotencyKey() {
        Optional<String> key = Optional.ofNullable(headers.getHeaderString(IDEMPOTENCY_KEY));
        if (key.isPresent() && !KEY.matcher(key.get()).matches()) {
            throw Problem.badHeader(IDEMPOTENCY_KEY, "must be 1 to 128 printable ASCII characters without spaces");
        }
        return key;
    }
}

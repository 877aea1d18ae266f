package org.communitysolutions.risk.segments.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.risk.rules.Reason;
import org.communitysolutions.shared.messaging.WireFormat;

/** Reads from the column {@code factors} which events began a household's factors. */
@ApplicationScoped
class BeganBy {

    private static final TypeReference<Map<String, Held>> FACTORS = new TypeReference<>() {};

    private final WireFormat wire;

    BeganBy(WireFormat wire) {
        this.wire = wire;
    }

    private record Held(Instant since, UUID by) {}

    /** Of those factors that it has, oldest first. */
    List<Reason> of(String factors, Set<String> codes) {
        try {
            List<Reason> reasons = new ArrayList<>();
            wire.mapper().readValue(factors, FACTORS).forEach((code, held) -> {
                if (codes.contains(code)) {
                    reasons.add(new Reason(held.by(), code, held.since()));
                }
            });
            Collections.sort(reasons);
            return List.copyOf(reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The factors of a household cannot be read", e);
        }
    }
}

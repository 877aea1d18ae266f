package org.communitysolutions.shared.transactions;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Identifiers that sort by the time they were made (RFC 9562, version 7), which keeps index pages warm. */
public final class Uuid7 {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Uuid7() {}

    public static UUID next() {
        return GENERATOR.generate();
    }

    /** When an identifier was made, to the millisecond; empty if it is of another version and does not say. */
    public static Optional<Instant> madeAt(UUID id) {
        return id.version() == 7
                ? Optional.of(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16))
                : Optional.empty();
    }
}

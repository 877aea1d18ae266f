package org.communitysolutions.risk.segments.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.communitysolutions.risk.segments.AskedQuery;
import org.communitysolutions.risk.segments.Clause;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A query that was asked.
 *
 * @param subject who asked
 * @param asked counts, list or proposal
 */
record AskedQueryView(
        UUID id,
        Instant askedAt,
        String subject,
        String purpose,
        String asked,

        @JsonRawValue @Schema(implementation = Clause.class) String where) {

    static AskedQueryView of(AskedQuery query) {
        return new AskedQueryView(
                query.id(), query.askedAt(), query.subject(), query.purpose(), query.asked(), query.query());
    }
}

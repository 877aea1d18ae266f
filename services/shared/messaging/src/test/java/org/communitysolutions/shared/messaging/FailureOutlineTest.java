package org.communitysolutions.shared.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.pgclient.PgException;
import org.junit.jupiter.api.Test;

class FailureOutlineTest {

    @Test
    void saysWhatFailedAndWhereButQuotesNothing() {
        JsonParseException quoting = new JsonParseException(null, "from String \"1 Sample Street\"");
        MalformedEvent failure = new MalformedEvent("the data is not that of a contact", quoting);

        String outline = FailureOutline.of(failure);

        assertThat(outline)
                .contains("MalformedEvent (the data is not that of a contact)")
                .contains("FailureOutlineTest")
                .contains("because of com.fasterxml.jackson.core.JsonParseException")
                .doesNotContain("Sample Street");
    }

    @Test
    void namesWhatTheDatabaseRefusedByItsState() {
        PgException refusal = new PgException("Key (name)=(A Person) exists", "ERROR", "23505", "");

        assertThat(FailureOutline.of(new IllegalStateException(refusal)))
                .contains("SQLSTATE 23505")
                .doesNotContain("A Person");
    }
}

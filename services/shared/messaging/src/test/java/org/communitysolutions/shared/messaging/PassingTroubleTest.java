package org.communitysolutions.shared.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.hibernate.exception.GenericJDBCException;
import org.junit.jupiter.api.Test;

class PassingTroubleTest {

    @Test
    void aServerThatIsAwayPasses() {
        assertThat(PassingTrouble.isIn(new IllegalStateException(new ConnectException("refused"))))
                .isTrue();
        assertThat(PassingTrouble.isIn(refusal("57P01"))).isTrue();
        assertThat(PassingTrouble.isIn(refusal("40P01"))).isTrue();
    }

    @Test
    void aRefusalPassesAsHibernateTranslatesItToo() {
        assertThat(PassingTrouble.isIn(new GenericJDBCException("", new SQLException("full", "53100"))))
                .isTrue();
        assertThat(PassingTrouble.isIn(new GenericJDBCException("", new SQLException("wrong", "22P02"))))
                .isFalse();
    }

    @Test
    void whoLostARaceForARowMayTryAgain() {
        assertThat(PassingTrouble.isIn(new OptimisticLockException())).isTrue();
    }

    @Test
    void whatTheDatabaseWillNeverTakeDoesNotPass() {
        assertThat(PassingTrouble.isIn(refusal("23505"))).isFalse();
        assertThat(PassingTrouble.isIn(refusal("22P02"))).isFalse();
    }

    @Test
    void anEventThatCannotBeReadDoesNotPassAlthoughJacksonCallsItAnIoException() {
        JsonParseException unreadable = new JsonParseException(null, "unexpected end");

        assertThat(PassingTrouble.isIn(new MalformedEvent("not an event", unreadable)))
                .isFalse();
        assertThat(PassingTrouble.isIn(new IllegalStateException(unreadable))).isFalse();
    }

    private static PgException refusal(String sqlState) {
        return new PgException("refused", "ERROR", sqlState, "");
    }
}

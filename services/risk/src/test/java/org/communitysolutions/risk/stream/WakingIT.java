package org.communitysolutions.risk.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.communitysolutions.risk.Told.awaitTakenIn;
import static org.communitysolutions.risk.Told.missed;
import static org.communitysolutions.risk.Told.registered;
import static org.communitysolutions.testkit.Accounts.as;

import java.time.Duration;
import java.util.UUID;
import org.communitysolutions.risk.Told;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.Events.Sent;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class WakingIT {

    private final UUID household = UUID.randomUUID();
    private final String refuses = "refuses_" + household.toString().replace('-', '_');

    @Test
    void parksAHouseholdThatFailsWhenItsTimeHasComeAndGoesOnWithAllOthers() {
        Sent known = registered(household, 30);
        send(known);
        UUID other = UUID.randomUUID();

        refuseToWrite();
        letItsTimeCome();
        await().atMost(Duration.ofSeconds(30)).until(this::isParked);
        send(missed(other, 10, 7));

        assertThat(Database.outboxOf(other)).isNotEmpty();
        assertThat(isDue()).isTrue();
        release(409);
        assertThat(isParked()).isTrue();

        Database.execute("drop trigger " + refuses + " on household_state");
        release(200);
        assertThat(isParked()).isFalse();
        assertThat(isDue()).isFalse();
    }

    private static void send(Sent event) {
        Events.send(event);
        awaitTakenIn(event);
    }

    /** The workers come back and read that it is long due. */
    private void letItsTimeCome() {
        assertThat(Told.asService("update household_state set wakes_at = '2000-01-01' where household = '" + household
                        + "' returning household"))
                .hasSize(1);
        AgainstTheReferenceIT.cutConnections();
    }

    private boolean isDue() {
        return !Told.asService("select 1 from household_state where wakes_at < '2001-01-01' and household = '"
                        + household + "'")
                .isEmpty();
    }

    private boolean isParked() {
        return !Database.query("select 1 as found from parked_key where record_key = ?", household.toString())
                .isEmpty();
    }

    private void release(int status) {
        as("platform-operator")
                .post("/api/risk/v1/parked-keys/" + household + "/release")
                .then()
                .statusCode(status);
    }

    /** Not what {@link #letItsTimeCome} writes. */
    private void refuseToWrite() {
        Database.execute("create function " + refuses + "() returns trigger language plpgsql as "
                + "$$ begin raise exception 'refused by a test'; end $$");
        Database.execute("create trigger " + refuses
                + " before update on household_state for each row when (new.household = '" + household
                + "' and new.wakes_at is distinct from '2000-01-01') execute function " + refuses + "()");
    }
}

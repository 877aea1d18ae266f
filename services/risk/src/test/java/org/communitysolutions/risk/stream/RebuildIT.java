package org.communitysolutions.risk.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.communitysolutions.risk.Told.RAISED;
import static org.communitysolutions.risk.Told.awaitTakenIn;
import static org.communitysolutions.risk.Told.missed;
import static org.communitysolutions.risk.Told.need;
import static org.communitysolutions.risk.Told.outbox;
import static org.communitysolutions.risk.Told.registered;
import static org.communitysolutions.testkit.Accounts.as;

import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.communitysolutions.risk.Told;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.Events.Sent;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

/** One View is made anew from the journal while it is read and while events come in. */
@ServiceIT
class RebuildIT {

    private static final String ANEW = "/api/risk/v1/re-evaluations";

    private final UUID falsified = UUID.randomUUID();
    private final UUID lost = UUID.randomUUID();

    @Test
    void makesWhatWasFalsifiedAndWhatWasLostAnewWhileRequestsAndEventsComeIn() {
        List.of(falsified, lost).forEach(RebuildIT::tellOfArrears);
        List<String> before = List.of(seen(falsified), seen(lost));
        List<UUID> tasks = List.of(task(falsified), task(lost));
        Told.asService(
                "update household_state set history = '', score = 999, band = 'HIGH', factors = '{}', ward = 'NB-99'"
                        + " where household = '%s' returning 1".formatted(falsified));
        Told.asService("delete from household_state where household = '%s' returning 1".formatted(lost));
        AtomicBoolean done = new AtomicBoolean();
        ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
        CompletableFuture<List<Sent>> traffic = CompletableFuture.supplyAsync(() -> {
            List<Sent> sent = new ArrayList<>();
            while (!done.get()) {
                Sent event = need(UUID.randomUUID(), "food", 1);
                Events.send(event);
                sent.add(event);
                answers.add(read(falsified));
            }
            return sent;
        });

        makeAllAnew();

        await().atMost(Duration.ofSeconds(30)).until(() -> answers.size() > 2);
        done.set(true);
        traffic.join().forEach(Told::awaitTakenIn);
        assertThat(answers).containsOnly(200);
        assertThat(List.of(seen(falsified), seen(lost))).isEqualTo(before);
        assertThat(List.of(task(falsified), task(lost))).isEqualTo(tasks);
    }

    @Test
    void makesOneHouseholdAnewAndTakesInWhatComesOfItAfterwards() {
        tellOfArrears(lost);
        Told.asService("delete from household_state where household = '%s' returning 1".formatted(lost));

        as("platform-operator")
                .contentType(ContentType.JSON)
                .body("{\"household\":\"%s\",\"limit\":1}".formatted(lost))
                .post(ANEW)
                .then()
                .statusCode(200);
        Sent third = missed(lost, 5, 8);
        Events.send(third);
        awaitTakenIn(third);

        assertThat(outbox(lost, RAISED)).hasSize(1);
        assertThat(seen(lost)).contains("council-tax-arrears");
    }

    private static void tellOfArrears(UUID household) {
        Sent second = missed(household, 10, 7);
        Events.send(registered(household, 90), missed(household, 40, 6));
        Events.send(second);
        awaitTakenIn(second);
        assertThat(outbox(household, RAISED)).hasSize(1);
    }

    /** Part after part, as the operators' command does. */
    private static void makeAllAnew() {
        String next = null;
        do {
            next = as("platform-operator")
                    .contentType(ContentType.JSON)
                    .body(next == null ? "{\"limit\":500}" : "{\"limit\":500,\"after\":\"%s\"}".formatted(next))
                    .post(ANEW)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("next");
        } while (next != null);
    }

    private static int read(UUID household) {
        return as("universal-worker")
                .get("/api/risk/v1/households/" + household + "/one-view")
                .statusCode();
    }

    /** What the stream holds of a household, but for how often it was written. */
    private static String seen(UUID household) {
        List<Map<String, Object>> rows = Told.asService("""
            select concat_ws(' ', length(history), score, band, factors, tenure, ward, adults, children, open_work)
            from household_state where household = '%s'
            """.formatted(household));
        return rows.getFirst().get("concat_ws").toString();
    }

    private static UUID task(UUID household) {
        assertThat(outbox(household, RAISED)).hasSize(1);
        return (UUID) Told.asService("select task_id from raised_task where household = '%s'".formatted(household))
                .getFirst()
                .get("task_id");
    }
}

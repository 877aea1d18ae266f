package org.communitysolutions.risk.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.communitysolutions.risk.Told.RAISED;
import static org.communitysolutions.risk.Told.awaitTakenIn;
import static org.communitysolutions.risk.Told.missed;
import static org.communitysolutions.risk.Told.need;
import static org.communitysolutions.risk.Told.outbox;
import static org.communitysolutions.risk.Told.task;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.communitysolutions.risk.Told;
import org.communitysolutions.testkit.Database.OutboxEvent;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.Events.Sent;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How time passes in the running service: by what events say of it, and for those who hear nothing too. */
@ServiceIT
class EventTimeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(5);

    /** The period of the rule {@code task-without-contact}. */
    private static final Duration PERIOD = Duration.ofDays(10);

    private static final Pattern TASK = Pattern.compile("\"taskId\":\"([^\"]*)\"");

    /** As many as the topics have partitions. */
    private static final int LANES = 12;

    private final UUID household = UUID.randomUUID();

    @Inject
    MeterRegistry meters;

    @Inject
    Streaming settings;

    @Test
    void letsAnEventThatIsDatedTooFarAheadWaitForItsTime() {
        Instant ahead = later(Instant.now().plus(settings.skew()), time()).plus(SOON);
        double before = meters.counter("risk.events.ahead").count();
        Sent early = missed(household, 0, 7).at(ahead);

        Events.send(missed(household, 40, 6), early);
        awaitTakenIn(early);

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(meters.counter("risk.events.ahead").count()).isEqualTo(before + 1));
        assertThat(time()).isBefore(ahead);
        assertThat(outbox(household, RAISED)).isEmpty();

        letTimeComeTo(ahead, other(false));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outbox(household, RAISED)).hasSize(1));
    }

    @ParameterizedTest(name = "by another household''s event in its own lane: {0}")
    @ValueSource(booleans = {true, false})
    void asksOnceForWhatIsAbsentWhenTimeHasPassedThePeriod(boolean inItsLane) {
        Instant start = later(Instant.now(), time());
        letTimeComeTo(start, other(inItsLane));
        Sent created = task(household, "created", UUID.randomUUID().toString(), "")
                .at(start.minus(settings.lateness()).minus(PERIOD).plus(SOON));
        Events.send(created);
        awaitTakenIn(created);
        assertThat(outbox(household, RAISED)).isEmpty();

        letTimeComeTo(start.plus(SOON), other(inItsLane));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(outbox(household, RAISED))
                .singleElement()
                .satisfies(event -> assertThat(event.data()).contains("task-without-contact")));
        evaluateAnew();
        assertThat(outbox(household, RAISED)).hasSize(1);
    }

    @Test
    void asksForTheSameTaskWhenAllIsReplayedAndNothingIsKnownOfIt() {
        Instant start = later(Instant.now(), time());
        Sent created = task(household, "created", UUID.randomUUID().toString(), "")
                .at(start.minus(settings.lateness()).minus(PERIOD).minus(SOON));
        Events.send(created);
        letTimeComeTo(start, other(false));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outbox(household, RAISED)).hasSize(1));

        Told.asService("delete from raised_task where household = '%s' returning 1".formatted(household));
        evaluateAnew();

        assertThat(outbox(household, RAISED)).hasSize(2);
        assertThat(outbox(household, RAISED).stream().map(EventTimeIT::taskIn).distinct())
                .hasSize(1);
    }

    @Test
    void countsWhatComesTwiceAndWhatComesLaterThanIsAllowedFor() {
        Sent now = need(household, "isolation", 0).at(later(Instant.now(), time()));
        Sent late = need(household, "food", 0)
                .at(now.time().minus(settings.lateness()).minus(SOON));
        Events.send(now);
        awaitTakenIn(now);
        double twice = seenBefore();
        double tooLate = meters.counter("risk.events.late").count();

        Events.send(now, late);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(seenBefore()).isEqualTo(twice + 1);
            assertThat(meters.counter("risk.events.late").count()).isEqualTo(tooLate + 1);
        });
    }

    private double seenBefore() {
        return meters.counter("inbox.events", "outcome", "seen-before").count();
    }

    /** How far time has come in the borough. */
    private static Instant time() {
        return Told.asService("select coalesce(max(event_time), 'epoch') as time from lane").stream()
                .map(row -> ((Timestamp) row.get("time")).toInstant())
                .findFirst()
                .orElseThrow();
    }

    /** Has something happen to somebody else then, once that is no further ahead than clocks may differ. */
    private void letTimeComeTo(Instant then, UUID other) {
        await().atMost(PATIENCE).until(() -> Instant.now().plus(settings.skew()).isAfter(then));
        Sent elsewhere = need(other, "food", 0).at(then);
        Events.send(elsewhere);
        awaitTakenIn(elsewhere);
    }

    /** Another household, whose events come by the same lane or by another. */
    private UUID other(boolean inItsLane) {
        return Stream.generate(UUID::randomUUID)
                .filter(other -> (lane(other) == lane(household)) == inItsLane)
                .findFirst()
                .orElseThrow();
    }

    private static int lane(UUID household) {
        return Utils.toPositive(Utils.murmur2(household.toString().getBytes(StandardCharsets.UTF_8))) % LANES;
    }

    private void evaluateAnew() {
        UUID before = new UUID(household.getMostSignificantBits(), household.getLeastSignificantBits() - 1);
        as("platform-operator")
                .contentType(ContentType.JSON)
                .body("{\"after\":\"%s\",\"limit\":1}".formatted(before))
                .post("/api/risk/v1/re-evaluations")
                .then()
                .statusCode(200)
                .body("households", equalTo(1));
    }

    private static String taskIn(OutboxEvent event) {
        Matcher found = TASK.matcher(event.data());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static Instant later(Instant one, Instant other) {
        return (one.isAfter(other) ? one : other).truncatedTo(ChronoUnit.MILLIS);
    }
}

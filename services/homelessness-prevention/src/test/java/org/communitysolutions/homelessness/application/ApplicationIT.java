package org.communitysolutions.homelessness.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.homelessness.Cases.API;
import static org.communitysolutions.homelessness.Cases.application;
import static org.communitysolutions.homelessness.Cases.approach;
import static org.communitysolutions.homelessness.Cases.created;
import static org.communitysolutions.homelessness.Cases.post;
import static org.communitysolutions.homelessness.Cases.today;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class ApplicationIT {

    private final UUID household = UUID.randomUUID();

    @Test
    void recordsAnApproachAndTellsOfItsCause() {
        UUID id = application(household, "end-of-private-tenancy", 1);

        as("housing-officer")
                .get(API + "/applications/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("householdId", equalTo(household.toString()))
                .body("cause", equalTo("end-of-private-tenancy"))
                .body("approachedOn", equalTo(today().minusDays(1).toString()));
        List<Database.OutboxEvent> events = Database.outboxOf(household);
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().topic()).isEqualTo("homelessness-prevention.events");
        assertThat(EventContracts.violations(
                        events.getFirst().type(), events.getFirst().data()))
                .isEmpty();
    }

    @Test
    void answersTheSameRequestUnderTheSameKeyWithTheSameApplication() {
        String key = UUID.randomUUID().toString();

        UUID first = created(as("housing-officer")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(approach(household, "repossession", 0))
                .post(API + "/applications"));
        UUID second = created(as("housing-officer")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(approach(household, "repossession", 0))
                .post(API + "/applications"));

        assertThat(second).isEqualTo(first);
        assertThat(Database.outboxOf(household)).hasSize(1);
    }

    @Test
    void letsWhoeverHearsOfAbuseRecordItAndOnlySpecialistsReadIt() {
        UUID id = application(household, "domestic-abuse", 0);
        UUID other = application(household, "fire-or-flood", 0);

        as("housing-officer").get(API + "/applications/" + id).then().statusCode(404);
        as("team-manager").get(API + "/applications/" + id).then().statusCode(404);
        as("domestic-abuse-specialist")
                .get(API + "/applications/" + id)
                .then()
                .statusCode(200)
                .body("cause", equalTo("domestic-abuse"));
        as("housing-officer")
                .get(API + "/households/" + household + "/applications")
                .then()
                .body("items.id", contains(other.toString()));
        as("domestic-abuse-specialist")
                .get(API + "/households/" + household + "/applications")
                .then()
                .body("items.id", containsInAnyOrder(id.toString(), other.toString()));
    }

    @Test
    void tellsOfAbuseOnTheRestrictedTopicOnly() {
        application(household, "domestic-abuse", 0);

        assertThat(Database.outboxOf(household)).singleElement().satisfies(event -> {
            assertThat(event.topic()).isEqualTo("homelessness-prevention.events.restricted");
            assertThat(event.sensitivity()).isEqualTo("restricted");
            assertThat(EventContracts.violations(event.type(), event.data())).isEmpty();
        });
    }

    @Test
    void answersForAHiddenApplicationAsForNone() {
        UUID hidden = application(household, "domestic-abuse", 0);

        String ofHidden = as("housing-officer")
                .get(API + "/applications/" + hidden)
                .then()
                .extract()
                .asString();
        String ofNone = as("housing-officer")
                .get(API + "/applications/" + UUID.randomUUID())
                .then()
                .extract()
                .asString();

        assertThat(ofHidden).isEqualTo(ofNone);
    }

    @Test
    void pagesThroughAHouseholdsApplications() {
        List<String> ids = List.of(
                application(household, "repossession", 3).toString(),
                application(household, "other", 2).toString(),
                application(household, "other", 1).toString());
        String list = API + "/households/" + household + "/applications?limit=2";

        String next = as("housing-officer")
                .get(list)
                .then()
                .statusCode(200)
                .body("items.id", contains(ids.get(0), ids.get(1)))
                .extract()
                .header("Link");
        as("housing-officer")
                .get(next.substring(1, next.indexOf('>')))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(ids.get(2)));
        as("housing-officer")
                .get(API + "/households/" + UUID.randomUUID() + "/applications")
                .then()
                .body("items", empty());
    }

    @Test
    void keepsWhoseApplicationWasReadAndWhatWasAskedForInVain() {
        UUID id = application(household, "repossession", 0);
        UUID none = UUID.randomUUID();

        as("housing-officer")
                .header("Purpose", "supervision")
                .get(API + "/applications/" + id)
                .then()
                .statusCode(200);
        as("housing-officer").get(API + "/applications/" + none).then().statusCode(404);

        assertThat(Database.query("select kind, purpose from access_audit where record_id = ?", household))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("kind", "household").containsEntry("purpose", "supervision"));
        assertThat(Database.query("select kind from access_audit where record_id = ?", none))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("kind", "application"));
    }

    @Test
    void namesEachFieldThatIsWrong() {
        post("housing-officer", "/applications", "{}")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/approachedOn", "/cause", "/householdId"));
        post("housing-officer", "/applications", approach(household, "repossession", -1))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/approachedOn"));
        post("housing-officer", "/applications", approach(household, "boredom", 0))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/cause"));
        assertThat(Database.outboxOf(household)).isEmpty();
    }
}

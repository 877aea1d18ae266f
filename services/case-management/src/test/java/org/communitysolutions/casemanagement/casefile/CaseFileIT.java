package org.communitysolutions.casemanagement.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.communitysolutions.casemanagement.AtOnce;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class CaseFileIT {

    private static final String FILES = "/api/case-management/v1/case-files";

    private final UUID household = UUID.randomUUID();

    @Test
    void aCaseFileIsOpenedHeldClosedAndReopened() {
        String file = open();
        UUID worker = UUID.randomUUID();

        assign(file, "\"0\"", worker)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("leadWorker", equalTo(worker.toString()));
        change(file, "close", "\"1\"", "{\"reason\":\"needs-met\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("closeReason", equalTo("needs-met"));
        change(file, "reopen", "\"2\"", "")
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("state", equalTo("open"))
                .body("closeReason", nullValue())
                .body("leadWorker", equalTo(worker.toString()));

        List<Database.OutboxEvent> told = Database.outboxOf(household);
        assertThat(told)
                .extracting(Database.OutboxEvent::type)
                .containsExactly(
                        "case-management.case-opened.v1",
                        "case-management.lead-worker-assigned.v1",
                        "case-management.case-closed.v1",
                        "case-management.case-reopened.v1");
        assertThat(told).allSatisfy(event -> {
            assertThat(event.topic()).isEqualTo("case-management.events");
            assertThat(EventContracts.violations(event.type(), event.data())).isEmpty();
        });
    }

    @Test
    void aChangeNeedsTheVersionThatItIsBasedOn() {
        String file = open();

        as("universal-worker")
                .contentType(ContentType.JSON)
                .body("{\"workerId\":\"%s\"}".formatted(UUID.randomUUID()))
                .put(FILES + "/" + file + "/lead-worker")
                .then()
                .statusCode(428);
        assign(file, "\"7\"", UUID.randomUUID()).then().statusCode(412);
        assertThat(Database.outboxOf(household)).hasSize(1);
    }

    @Test
    void theSameLeadWorkerAgainIsNoChange() {
        String file = open();
        UUID worker = UUID.randomUUID();
        assign(file, "\"0\"", worker);

        assign(file, "\"1\"", worker).then().statusCode(200).header("ETag", "\"1\"");

        assertThat(Database.outboxOf(household)).hasSize(2);
    }

    @Test
    void aClosedCaseTakesNoLeadWorkerAndAnOpenOneIsNotReopened() {
        String file = open();
        change(file, "reopen", "\"0\"", "").then().statusCode(409).body("type", containsString("/case-not-closed"));
        change(file, "close", "\"0\"", "{\"reason\":\"declined\"}").then().statusCode(200);

        assign(file, "\"1\"", UUID.randomUUID()).then().statusCode(409).body("type", containsString("/case-closed"));
        change(file, "close", "\"1\"", "{\"reason\":\"declined\"}").then().statusCode(409);
    }

    @Test
    void aHouseholdHasOneOpenFileEvenIfTwoOpenItAtOnce() {
        List<Response> answers =
                AtOnce.both(() -> openAs("front-door", "universal"), () -> openAs("universal-worker", "universal"));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
        assertThat(Database.outboxOf(household)).hasSize(1);
    }

    @Test
    void aCaseIsNotReopenedBesideAnother() {
        String first = open();
        change(first, "close", "\"0\"", "{\"reason\":\"contact-lost\"}").then().statusCode(200);
        open();

        change(first, "reopen", "\"1\"", "").then().statusCode(409).body("type", containsString("/case-already-open"));
    }

    @Test
    void allTeamsWriteIntoOneFileAndReadTheLatestFirst() {
        String file = open();
        write("front-door", file, "Rent is late", false).then().statusCode(201);
        write("debt-adviser", file, "Two debts found", false).then().statusCode(201);
        write("housing-officer", file, "The landlord will wait", false).then().statusCode(201);

        Response page = as("targeted-worker").get(FILES + "/" + file + "/notes?limit=2");

        page.then().statusCode(200).body("items.text", contains("The landlord will wait", "Two debts found"));
        String next = page.getHeader("Link").replaceAll(".*<([^>]*)>.*", "$1");
        as("targeted-worker").get(next).then().statusCode(200).body("items.text", contains("Rent is late"));
        assertThat(Database.query("select purpose from access_audit where record_id = ?", UUID.fromString(file)))
                .hasSize(5);
    }

    @Test
    void aNoteIsNeverChanged() {
        String file = open();
        write("front-door", file, "Rent is late", false);

        assertThat(Database.query("select has_table_privilege('case_management_app', 'note', 'update') or "
                        + "has_table_privilege('case_management_app', 'note', 'delete') as possible"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("possible", false));
    }

    @Test
    void onlySpecialistsWriteAndReadRestrictedNotes() {
        String file = open();
        write("universal-worker", file, "He must not know", true)
                .then()
                .statusCode(403)
                .body("type", containsString("/restricted-note"));
        write("domestic-abuse-specialist", file, "Safe to call at noon", true)
                .then()
                .statusCode(201);
        write("universal-worker", file, "Called", false).then().statusCode(201);

        as("domestic-abuse-specialist")
                .get(FILES + "/" + file + "/notes")
                .then()
                .body("items.text", contains("Called", "Safe to call at noon"));
        as("universal-worker").get(FILES + "/" + file + "/notes").then().body("items", hasSize(1));
        as("universal-worker")
                .get(FILES + "/" + file + "/notes?limit=1")
                .then()
                .body("items", hasSize(1))
                .header("Link", nullValue());
    }

    @Test
    void aSpecialistsFileStandsBesideTheCommonOneUnknownToOthers() {
        String restricted = openAs("domestic-abuse-specialist", "domestic-abuse")
                .then()
                .statusCode(201)
                .body("restricted", equalTo(true))
                .extract()
                .path("id");

        open();

        as("team-manager").get(FILES + "/" + restricted).then().statusCode(404);
        as("universal-worker").get(FILES + "/" + restricted + "/notes").then().statusCode(404);
        write("universal-worker", restricted, "x", false).then().statusCode(404);
        change(restricted, "close", "\"0\"", "{\"reason\":\"needs-met\"}")
                .then()
                .statusCode(404);
        change(restricted, "reopen", "\"0\"", "").then().statusCode(404);
        as("domestic-abuse-specialist").get(FILES + "/" + restricted).then().statusCode(200);
        assertThat(Database.outboxOf(household))
                .extracting(Database.OutboxEvent::topic)
                .containsExactly("case-management.events.restricted", "case-management.events");
        openAs("universal-worker", "domestic-abuse").then().statusCode(422);
    }

    private String open() {
        return openAs("universal-worker", "universal")
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .extract()
                .path("id");
    }

    private Response openAs(String role, String team) {
        return as(role).contentType(ContentType.JSON)
                .body("{\"householdId\":\"%s\",\"tier\":\"at-risk\",\"team\":\"%s\"}".formatted(household, team))
                .post(FILES);
    }

    private static Response assign(String file, String version, UUID worker) {
        return as("universal-worker")
                .header("If-Match", version)
                .contentType(ContentType.JSON)
                .body("{\"workerId\":\"%s\"}".formatted(worker))
                .put(FILES + "/" + file + "/lead-worker");
    }

    private static Response change(String file, String action, String version, String body) {
        var request = as("universal-worker").header("If-Match", version);
        return (body.isEmpty() ? request : request.contentType(ContentType.JSON).body(body))
                .post(FILES + "/" + file + "/" + action);
    }

    private static Response write(String role, String file, String text, boolean restricted) {
        return as(role).contentType(ContentType.JSON)
                .body("{\"text\":\"%s\",\"restricted\":%s}".formatted(text, restricted))
                .post(FILES + "/" + file + "/notes");
    }
}

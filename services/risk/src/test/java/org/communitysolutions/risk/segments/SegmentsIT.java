package org.communitysolutions.risk.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.risk.segments.Borough.person;
import static org.communitysolutions.testkit.Accounts.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.communitysolutions.risk.Told;
import org.communitysolutions.risk.disclosure.Figure;
import org.communitysolutions.shared.messaging.WireFormat;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class SegmentsIT {

    private static final String QUERY = "/api/risk/v1/segments/query";
    private static final String IN_ARREARS = "{\"factor\":{\"code\":\"council-tax-arrears\"}}";

    private final Borough borough = new Borough();

    @Inject
    CountSegment count;

    /** A household as it was told of. */
    private record Home(UUID id, int ward, String tenure, int children, int instalment, boolean advised, boolean poor) {
        boolean behindBy(int pence) {
            return instalment * 15_000 >= pence;
        }
    }

    @Test
    void countsWhatAPlainRecountCounts() {
        List<Home> homes = homes(new Random(7), 60);
        borough.tell();

        counts(
                "{\"any\":[{\"factor\":{\"code\":\"council-tax-arrears\",\"levelAtLeast\":60000,\"trend\":\"rising\"}},"
                        + "{\"children\":{\"atLeast\":2}}]},{\"not\":{\"tenureIn\":[\"owner\"]}}",
                homes,
                home -> (home.behindBy(60_000) || home.children() >= 2)
                        && !home.tenure().equals("owner"));
        counts(
                "{\"factor\":{\"code\":\"low-pay\",\"sinceDays\":20}},{\"children\":{\"atMost\":0}}",
                homes,
                home -> home.poor() && home.children() == 0);
        counts(
                "{\"not\":" + IN_ARREARS + "},{\"tenureIn\":[\"private-rent\",\"owner\"]}",
                homes,
                home -> home.instalment() == 0 && !home.tenure().equals("council-rent"));
        counts("{\"bandAtLeast\":\"high\"}", homes, home -> false);
        counts("{\"scoreAtLeast\":0}", homes, home -> true);
    }

    private List<Home> homes(Random random, int many) {
        List<Home> homes = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            String tenure = List.of("private-rent", "council-rent", "owner").get(random.nextInt(3));
            int ward = random.nextInt(2);
            int children = random.nextInt(4);
            Home home = new Home(
                    borough.home(ward, tenure, children),
                    ward,
                    tenure,
                    children,
                    random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(8),
                    random.nextInt(3) == 0,
                    random.nextInt(3) == 0);
            if (home.instalment() > 0) {
                borough.also(Told.missed(home.id(), 30, home.instalment()));
            }
            if (home.advised()) {
                borough.also(Told.debtCaseOpened(home.id(), 5));
            }
            if (home.poor()) {
                borough.also(Told.need(home.id(), "low-pay", i % 2 == 0 ? 40 : 21));
            }
            homes.add(home);
        }
        return homes;
    }

    private void counts(String where, List<Home> homes, Predicate<Home> plain) {
        List<Home> found = homes.stream().filter(plain).toList();
        Response counts = ask(as("team-manager"), borough.where(where, 0, 1));
        counts.then().statusCode(200);
        assertThat(exact(counts, "all.total")).as(where).isEqualTo(found.size());
        assertThat(exact(counts, "all.known"))
                .isEqualTo(found.stream().filter(Home::advised).count());
        for (int ward = 0; ward < 2; ward++) {
            int here = ward;
            long unknown = found.stream()
                    .filter(home -> home.ward() == here && !home.advised())
                    .count();
            if (found.stream().anyMatch(home -> home.ward() == here)) {
                assertThat(exact(counts, "byWard.find { it.ward == '%s' }.count.unknown".formatted(borough.ward(ward))))
                        .isEqualTo(unknown);
            }
        }
        for (String tenure : List.of("private-rent", "owner")) {
            long families = found.stream()
                    .filter(home -> home.tenure().equals(tenure) && home.children() > 0)
                    .count();
            if (families > 0) {
                assertThat(exact(
                                counts,
                                "byKind.find { it.tenure == '%s' && it.children == 'with-children' }.count.total"
                                        .formatted(tenure)))
                        .isEqualTo(families);
            }
        }
    }

    private static long exact(Response counts, String figure) {
        assertThat(counts.jsonPath().getString(figure + ".precision")).isEqualTo("exact");
        return counts.jsonPath().getLong(figure + ".count");
    }

    @Test
    void showsNoSmallNumberToAnAnalyst() {
        List<UUID> homes = borough.inArrears(0, 12);
        homes.subList(0, 9).forEach(home -> borough.also(Told.debtCaseOpened(home, 5)));
        borough.tell();

        for (String role : List.of("insight-analyst", "information-governance")) {
            ask(as(role), borough.where(IN_ARREARS, 0))
                    .then()
                    .statusCode(200)
                    .body("all.total.count", equalTo(10))
                    .body("all.total.precision", equalTo("rounded"))
                    .body("all.unknown.precision", equalTo("suppressed"))
                    .body("all.unknown.count", nullValue())
                    .body("all.known.precision", equalTo("suppressed"))
                    .body("byWard[0].count.unknown.count", nullValue());
        }
    }

    @Test
    void refusesWhatItDoesNotKnowAndWhatTheCallerMayNotKnowAlike() {
        Response restricted = ask(as("team-manager"), "{\"factor\":{\"code\":\"domestic-abuse\"}}");
        Response none = ask(as("team-manager"), "{\"factor\":{\"code\":\"no-such-factor\"}}");

        restricted.then().statusCode(400).body("errors[0].pointer", equalTo("/where/factor/code"));
        assertThat(restricted.asString()).isEqualTo(none.asString()).doesNotContain("domestic-abuse");
        ask(as("insight-analyst"), "{\"any\":[{\"wardIn\":[\"NO-SUCH\"]}]}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/where/any/0/wardIn/0"));
        ask(as("insight-analyst"), "{\"bandAtLeast\":\"awful\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/where/bandAtLeast"));
    }

    @Test
    void countsNothingThatIsRestrictedForThoseWhoAreNotClearedAndEachHouseholdOnceForThoseWhoAre() {
        UUID both = borough.inArrears(0, 1).getFirst();
        UUID hidden = UUID.randomUUID();
        borough.also(
                Told.disclosed(both, false),
                Told.registered(hidden, 20)
                        .withData(
                                "{\"householdId\":\"%s\",\"tenure\":\"owner\",\"ward\":\"%s\",\"adults\":1,\"children\":0}"
                                        .formatted(hidden, borough.ward(0)))
                        .restricted());
        borough.tell();
        String everybody = borough.where("{\"scoreAtLeast\":0}", 0);

        Response seen = ask(as("team-manager"), everybody);
        Counts all = counts(person("cleared", "team-manager", "domestic-abuse-specialist"), everybody);
        Counts disclosed = counts(
                person("cleared", "team-manager", "domestic-abuse-specialist"),
                borough.where("{\"factor\":{\"code\":\"domestic-abuse\"}}", 0));

        assertThat(exact(seen, "all.total")).isEqualTo(1);
        assertThat(seen.jsonPath().getList("byKind.tenure", String.class)).containsExactly("private-rent");
        assertThat(all.all().total()).isEqualTo(Figure.exact(2));
        assertThat(disclosed.all().total()).isEqualTo(Figure.exact(1));
        list(as("team-manager").header("Purpose", "supervision"), everybody, "")
                .then()
                .body("items.household", not(hasItem(hidden.toString())));
    }

    private Counts counts(Caller caller, String where) {
        try {
            Clause clause = new WireFormat().mapper().readValue(where, Clause.class);
            return Borough.await(() -> count.handle(caller, clause));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void listsKnownHouseholdsForAPurposeAndAuditsEach() {
        List<UUID> homes = borough.inArrears(0, 4);
        homes.subList(0, 3).forEach(home -> borough.also(Told.debtCaseOpened(home, 5)));
        borough.tell();
        String where = borough.where(IN_ARREARS, 0);
        List<String> known = homes.subList(0, 3).stream()
                .sorted(Comparator.comparing(UUID::toString))
                .map(UUID::toString)
                .toList();

        list(as("team-manager"), where, "").then().statusCode(400).body("errors[0].pointer", equalTo("Purpose"));
        Response page = list(as("team-manager").header("Purpose", "supervision"), where, "?limit=2");
        page.then()
                .statusCode(200)
                .body("items.household", equalTo(known.subList(0, 2)))
                .body("items[0].openWork", equalTo(List.of("debt-case")))
                .body("items[0].factors", hasItems("council-tax-arrears", "private-rent"));
        String next = page.header("Link").replaceAll("<([^>]*)>.*", "$1");
        as("team-manager")
                .header("Purpose", "supervision")
                .contentType(ContentType.JSON)
                .body("{\"where\":" + where + "}")
                .post(next)
                .then()
                .body("items.household", equalTo(known.subList(2, 3)));

        for (UUID home : homes) {
            assertThat(Database.query("select purpose from access_audit where record_id = ?", home))
                    .hasSize(known.contains(home.toString()) ? 1 : 0);
        }
    }

    @Test
    void keepsWhoAskedWhat() {
        borough.inArrears(0, 1);
        borough.tell();
        ask(as("insight-analyst"), borough.where(IN_ARREARS, 0)).then().statusCode(200);
        counts(
                person("cleared", "team-manager", "domestic-abuse-specialist"),
                borough.where("{\"factor\":{\"code\":\"domestic-abuse\"}}", 0));

        Response queries = as("information-governance").get("/api/risk/v1/segments/queries?limit=20");

        queries.then().statusCode(200);
        List<String> ofHere = queries.jsonPath()
                .getList("items.findAll { it.where.toString().contains('%s') }.asked".formatted(borough.ward(0)));
        assertThat(ofHere).containsExactly("counts");
    }

    private static Response ask(RequestSpecification caller, String where) {
        return caller.contentType(ContentType.JSON)
                .body("{\"where\":" + where + "}")
                .post(QUERY);
    }

    private static Response list(RequestSpecification caller, String where, String page) {
        return caller.contentType(ContentType.JSON)
                .body("{\"where\":" + where + "}")
                .post(QUERY + "/households" + page);
    }
}

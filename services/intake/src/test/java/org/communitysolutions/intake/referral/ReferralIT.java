package org.communitysolutions.intake.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.communitysolutions.intake.Requests.get;
import static org.communitysolutions.intake.Requests.household;
import static org.communitysolutions.intake.Requests.id;
import static org.communitysolutions.intake.Requests.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.communitysolutions.testkit.Database;
import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class ReferralIT {

    private static final String AGREED = "{\"toRefer\":true,\"toBeContacted\":true,\"on\":\"2026-04-01\"}";

    @Test
    void takesAReferralUnderTheDutyToReferAndTellsOfIt() {
        UUID household = household();

        UUID id = id(refer("""
                {"householdId":"%s","agency":"jobcentre-plus","kind":"duty-to-refer","reason":"Notice to quit.","consent":%s}
                """.formatted(household, AGREED)).statusCode(201));

        get("housing-officer", "referrals/" + id)
                .statusCode(200)
                .body("reason", equalTo("Notice to quit."))
                .body("consent.on", equalTo("2026-04-01"));
        Database.OutboxEvent event = Database.outboxOf(household).get(1);
        assertThat(event.type()).isEqualTo("intake.referral-received.v1");
        assertThat(EventContracts.violations(event.type(), event.data())).isEmpty();
        assertThat(event.data()).doesNotContain("Notice");
    }

    @Test
    void aReferralAboutNoKnownHouseholdIsOrderedByItself() {
        UUID id = id(refer("{\"agency\":\"a-charity\",\"kind\":\"partner\",\"consent\":%s}".formatted(AGREED))
                .statusCode(201));

        assertThat(Database.outboxOf(id)).singleElement().satisfies(event -> {
            assertThat(event.subject()).isNull();
            assertThat(event.topic()).isEqualTo("intake.events~without-subject");
        });
        get("front-door", "referrals").statusCode(200);
    }

    @Test
    void refusesTheDutyToReferWithoutConsentOrDuty() {
        refer("""
                {"agency":"probation","kind":"duty-to-refer","consent":{"toRefer":true,"toBeContacted":false}}
                """).statusCode(422).body("type", containsString("consent-missing"));
        refer("{\"agency\":\"a-charity\",\"kind\":\"duty-to-refer\",\"consent\":%s}".formatted(AGREED))
                .statusCode(422)
                .body("type", containsString("no-duty-to-refer"));
        refer("{\"agency\":\"A Charity\",\"kind\":\"partner\",\"consent\":%s}".formatted(AGREED))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/agency"));
    }

    private static ValidatableResponse refer(String body) {
        return post("front-door", "referrals", body);
    }
}

package org.communitysolutions.homelessness;

import static org.communitysolutions.testkit.Accounts.as;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** Cases as the tests of this service begin them, over REST. */
public final class Cases {

    public static final String API = "/api/homelessness-prevention/v1";

    private Cases() {}

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    /** The id of what was created. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Created(UUID id) {}

    public static Response post(String role, String path, String body) {
        return as(role).contentType(ContentType.JSON).body(body).post(API + path);
    }

    public static UUID created(Response response) {
        return response.then().statusCode(201).extract().as(Created.class).id();
    }

    /** A housing officer records an approach on a day before today. */
    public static UUID application(UUID household, String cause, int daysAgo) {
        return created(post("housing-officer", "/applications", approach(household, cause, daysAgo)));
    }

    public static String approach(UUID household, String cause, int daysAgo) {
        return """
                {"householdId":"%s","cause":"%s","approachedOn":"%s"}
                """.formatted(household, cause, today().minusDays(daysAgo));
    }

    public static String notice(UUID household, LocalDate servedOn, LocalDate expiresOn) {
        return """
                {"householdId":"%s","kind":"section-8","valid":true,"servedOn":"%s","expiresOn":"%s"}
                """.formatted(household, servedOn, expiresOn);
    }

    /** Prevention, for a household that is likely to be homeless ten days later. */
    public static String prevention(LocalDate on) {
        return """
                {"duty":"prevention","acceptedOn":"%s","likelyHomelessOn":"%s"}
                """.formatted(on, on.plusDays(10));
    }

    public static String relief(LocalDate on) {
        return """
                {"duty":"relief","acceptedOn":"%s"}
                """.formatted(on);
    }

    public static String ending(String reason, LocalDate noticeGivenOn) {
        return """
                {"reason":"%s","noticeGivenOn":"%s"}
                """.formatted(reason, noticeGivenOn);
    }
}

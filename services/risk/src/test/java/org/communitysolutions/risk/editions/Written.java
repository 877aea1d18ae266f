package org.communitysolutions.risk.editions;

import static org.communitysolutions.testkit.Accounts.as;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.communitysolutions.risk.rules.loading.Files;

/** Editions that a test writes, from the files of the release, and what people do with them. */
public final class Written {

    public static final String EDITIONS = "/api/risk/v1/rules/editions/";
    public static final String RELEASED = "2026.1";

    private Written() {}

    /** A version that no edition has. */
    public static String version() {
        return "test-" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** The rules of the release under another version. */
    public static String rules(String version) {
        return Files.text(Files.RULES).replace("version: \"" + RELEASED + "\"", "version: " + version);
    }

    /** The same without one of them. */
    public static String without(String rule, String rules) {
        int from = rules.indexOf("  - id: " + rule + "\n");
        int to = rules.indexOf("\n  - id: ", from);
        return rules.substring(0, from) + (to < 0 ? "" : rules.substring(to + 1));
    }

    /** The same with a rule changed, which so becomes another version of the rule. */
    public static String changed(String rule, String from, String to, String rules) {
        int at = rules.indexOf("  - id: " + rule + "\n");
        return rules.substring(0, at)
                + rules.substring(at).replaceFirst("version: 1", "version: 2").replaceFirst(from, to);
    }

    /** The same with a rule under another id: it asks for tasks of its own. */
    public static String renamed(String rule, String id, String rules) {
        return rules.replace("  - id: " + rule + "\n", "  - id: " + id + "\n");
    }

    public static Response load(String rules) {
        return load(Files.text(Files.FACTORS), rules);
    }

    public static Response load(String factors, String rules) {
        try {
            return as("insight-analyst")
                    .contentType(ContentType.JSON)
                    .body(new ObjectMapper().writeValueAsString(Map.of("factors", factors, "rules", rules)))
                    .post(EDITIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Response approve(String version) {
        return as("information-governance").post(EDITIONS + version + "/approval");
    }

    public static Response goLive(String version) {
        return as("team-manager").post(EDITIONS + version + "/live");
    }

    /** Loads it, has it approved and switches to it. */
    public static void putLive(String version, String rules) {
        load(rules).then().statusCode(201);
        approve(version).then().statusCode(200);
        goLive(version).then().statusCode(200);
    }
}

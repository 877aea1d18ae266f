package org.communitysolutions.testkit;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.communitysolutions.embedded.ProjectTree;

/** Holds the service's REST, as it describes itself, against {@code contracts/<service>/openapi.yaml}. */
public final class OpenApiContract {

    private OpenApiContract() {}

    /**
     * Compares the running service's OpenAPI document with the contract; with {@code -Dcontracts.write} the contract is
     * written instead, to be reviewed with the change.
     *
     * @throws AssertionError if they differ
     */
    public static void check() {
        Path contract = ProjectTree.find()
                .root()
                .resolve("contracts")
                .resolve(TestedService.name())
                .resolve("openapi.yaml");
        String described = new String(
                        RestAssured.given()
                                .get("/q/openapi")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asByteArray(),
                        StandardCharsets.UTF_8)
                // The tests' Keycloak has another port each time.
                .replace(RealServers.addresses().issuer(), "http://localhost:8180/realms/community-solutions");
        try {
            if (System.getProperty("contracts.write") != null) {
                Files.writeString(contract, described);
            } else if (!Files.exists(contract) || !Files.readString(contract).equals(described)) {
                throw new AssertionError(("%s is not what the service describes. If the change is meant, write it anew"
                                + " with -Dcontracts.write and review it.")
                        .formatted(contract));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.communitysolutions.risk.stream.persistence;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.communitysolutions.risk.rules.HeldFactor;
import org.communitysolutions.risk.stream.RfcTime;
import org.communitysolutions.risk.stream.StoredState;
import org.communitysolutions.shared.messaging.EnumCodes;

/** A household's factors as the column {@code factors} has them: by code, since when, by which event, and how they stand. */
final class FactorsJson {

    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, String> codes = new HashMap<>();

    /** Codes are lower-case letters and hyphens, so nothing has to be escaped. */
    static String write(List<HeldFactor> held) {
        StringBuilder json = new StringBuilder(64 + 240 * held.size()).append('{');
        for (HeldFactor factor : held) {
            json.append(json.length() > 1 ? "," : "")
                    .append('"')
                    .append(factor.code())
                    .append("\":{\"since\":\"")
                    .append(factor.since())
                    .append("\",\"by\":\"")
                    .append(factor.began())
                    .append("\",\"latest\":\"")
                    .append(factor.latestAt())
                    .append("\",\"trend\":\"")
                    .append(EnumCodes.of(factor.trend()))
                    .append('"');
            factor.standsUntil()
                    .ifPresent(
                            until -> json.append(",\"until\":\"").append(until).append('"'));
            factor.level().ifPresent(level -> json.append(",\"level\":").append(level));
            json.append('}');
        }
        return json.append('}').toString();
    }

    /** What was announced of them; the codes of many households are held once. */
    Map<String, StoredState.StoredFactor> read(String json) {
        Map<String, StoredState.StoredFactor> factors = new HashMap<>();
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            for (String code = parser.nextFieldName(); code != null; code = parser.nextFieldName()) {
                parser.nextToken();
                factors.put(codes.computeIfAbsent(code, same -> same), factor(parser));
            }
        } catch (IOException e) {
            throw new IllegalStateException("The factors of a household cannot be read", e);
        }
        return Map.copyOf(factors);
    }

    private static StoredState.StoredFactor factor(JsonParser parser) throws IOException {
        Instant since = null;
        UUID by = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            String value = parser.nextTextValue();
            switch (name) {
                case "since" -> since = RfcTime.parse(value);
                case "by" -> by = UUID.fromString(value);
                default -> {
                    // Of no consequence here.
                }
            }
        }
        return new StoredState.StoredFactor(since, by);
    }
}

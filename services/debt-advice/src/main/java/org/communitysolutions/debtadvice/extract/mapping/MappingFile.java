package org.communitysolutions.debtadvice.extract.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A mapping as its file says it, before it is checked. What the file leaves out is null or empty. */
record MappingFile(
        String name,
        String extract,
        String charset,
        String delimiter,
        String dateFormat,
        String amountFormat,
        String financialYearFormat,
        Map<String, String> columns,
        List<String> ignoredColumns,
        Map<String, String> stages) {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    MappingFile {
        columns = Objects.requireNonNullElse(columns, Map.of());
        ignoredColumns = Objects.requireNonNullElse(ignoredColumns, List.of());
        stages = Objects.requireNonNullElse(stages, Map.of());
    }

    /**
     * Reads the file's text.
     *
     * @throws MappingRefused if it is not YAML of this form
     */
    static MappingFile read(String file, String text) {
        try {
            return YAML.readValue(text, MappingFile.class);
        } catch (UnrecognizedPropertyException e) {
            String known =
                    e.getKnownPropertyIds().stream().map(Object::toString).collect(Collectors.joining(", "));
            throw new MappingRefused(
                    file, List.of("it has no key '%s'; its keys are %s".formatted(e.getPropertyName(), known)));
        } catch (JsonProcessingException e) {
            throw new MappingRefused(file, List.of("it is not YAML of the expected form: " + e.getOriginalMessage()));
        }
    }
}

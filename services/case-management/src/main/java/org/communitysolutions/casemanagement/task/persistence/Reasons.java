package org.communitysolutions.casemanagement.task.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.communitysolutions.casemanagement.task.domain.Reason;

/** A task's reasons as one column keeps them: a JSON array, read and written whole. */
final class Reasons {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Reason>> LIST = new TypeReference<>() {};

    private Reasons() {}

    static List<Reason> read(String column) {
        try {
            return JSON.readValue(column, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The reasons of a task cannot be read", e);
        }
    }

    static String write(List<Reason> reasons) {
        try {
            return JSON.writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Ids and codes are always writable", e);
        }
    }
}

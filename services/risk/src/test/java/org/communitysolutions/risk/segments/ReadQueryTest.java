package org.communitysolutions.risk.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Set;
import org.communitysolutions.shared.messaging.WireFormat;
import org.junit.jupiter.api.Test;

class ReadQueryTest {

    private static final Set<String> FACTORS = Set.of("council-tax-arrears", "private-rent");

    @Test
    void tellsEverythingThatIsWrongAndWhere() {
        assertThat(wrong("""
                {"all": [{"factor": {"code": "domestic-abuse"}},
                         {"any": []},
                         {"not": {"wardIn": ["NB-03", "NB-99"]}},
                         {"children": {}},
                         {"scoreAtLeast": 1001, "bandAtLeast": "high"},
                         {"factor": {"code": "private-rent", "sinceDays": -1, "levelAtLeast": 5}}]}
                """))
                .containsExactly(
                        "/all/0/factor/code",
                        "/all/1/any",
                        "/all/2/not/wardIn/1",
                        "/all/3/children",
                        "/all/4",
                        "/all/5/factor/sinceDays");
    }

    @Test
    void boundsDepthAndSize() {
        assertThat(wrong(
                        "{\"not\":".repeat(ReadQuery.DEEPEST) + "{\"scoreAtLeast\":1}" + "}".repeat(ReadQuery.DEEPEST)))
                .containsExactly("/not".repeat(ReadQuery.DEEPEST));
        String many = "{\"scoreAtLeast\":1},".repeat(5_000);
        assertThat(wrong("{\"any\":[" + many + "{\"scoreAtLeast\":1}]}"))
                .containsExactly("/any/" + (ReadQuery.MOST_CLAUSES - 1));
    }

    @Test
    void restsOnAFactorOnlyIfNobodyCanBeFoundWithoutOne() {
        String tax = "{\"factor\":{\"code\":\"council-tax-arrears\"}}";
        String rent = "{\"factor\":{\"code\":\"private-rent\"}}";
        String score = "{\"scoreAtLeast\":1}";

        assertThat(query("{\"all\":[%s,%s]}".formatted(score, tax)).restsOnAFactor())
                .isTrue();
        assertThat(query("{\"any\":[%s,%s]}".formatted(rent, tax)).restsOnAFactor())
                .isTrue();
        assertThat(query("{\"any\":[%s,%s]}".formatted(score, tax)).restsOnAFactor())
                .isFalse();
        assertThat(query("{\"not\":%s}".formatted(tax)).restsOnAFactor()).isFalse();
        SegmentQuery mixed = query("{\"all\":[%s,{\"not\":%s}]}".formatted(tax, rent));
        assertThat(mixed.grounds()).containsExactly("council-tax-arrears");
        assertThat(mixed.factors()).containsExactlyInAnyOrder("council-tax-arrears", "private-rent");
    }

    private static List<String> wrong(String json) {
        QueryRefused refused = catchThrowableOfType(QueryRefused.class, () -> query(json));
        return refused.wrong().stream().map(QueryRefused.Wrong::pointer).toList();
    }

    private static SegmentQuery query(String json) {
        try {
            return ReadQuery.of(new WireFormat().mapper().readValue(json, Clause.class), FACTORS, Set.of("NB-99"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}

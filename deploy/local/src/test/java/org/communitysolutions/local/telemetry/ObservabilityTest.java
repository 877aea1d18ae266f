package org.communitysolutions.local.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Dashboards and alerts are whole. That what they name is exported is seen in the story, where all services run. */
class ObservabilityTest {

    @Test
    void everyPanelSaysWhatItShowsInWhichUnitAndDashboardsAreToldApart() {
        List<JsonNode> dashboards = List.copyOf(Observability.dashboards().values());

        assertThat(dashboards).hasSizeGreaterThanOrEqualTo(4);
        assertThat(dashboards)
                .extracting(dashboard -> dashboard.path("uid").asText())
                .doesNotHaveDuplicates()
                .allMatch(uid -> uid.matches("[a-z-]{3,40}"));
        assertThat(dashboards).allSatisfy(dashboard -> {
            List<JsonNode> panels = Observability.panels(dashboard);
            assertThat(panels).isNotEmpty();
            assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
            assertThat(panels).allSatisfy(panel -> {
                assertThat(panel.path("title").asText()).isNotBlank();
                assertThat(panel.path("description").asText()).isNotBlank();
                assertThat(panel.path("fieldConfig")
                                .path("defaults")
                                .path("unit")
                                .asText())
                        .isNotBlank();
                assertThat(panel.path("targets")).isNotEmpty();
            });
        });
    }

    @Test
    void everyAlertSaysHowGraveItIsAndHasAParagraphInTheRunbook() throws IOException {
        String runbook = Files.readString(Observability.FOLDER.resolve("../README.md"));

        assertThat(Observability.alerts()).hasSizeGreaterThan(10).allSatisfy(alert -> {
            String name = alert.path("alert").asText();
            JsonNode annotations = alert.path("annotations");
            assertThat(alert.path("labels").path("severity").asText()).isIn("page", "ticket");
            assertThat(annotations.path("summary").asText()).isNotBlank();
            assertThat(annotations.path("runbook_url").asText())
                    .isEqualTo("deploy/README.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(runbook).containsPattern("(?m)^#### " + name + "\n\\S.{60,}");
        });
    }

    @Test
    void everyExpressionCanBeRead() {
        assertThat(Observability.expressions().values())
                .allSatisfy(expression ->
                        assertThat(PromQl.asked(expression)).as(expression).isNotEmpty());
    }

    @Test
    void anExpressionIsReadToItsLastNameAndWhatIsNoExpressionIsRefused() {
        assertThat(PromQl.asked("sum by (job) (rate(a_total{b=\"c{d}\"}[5m])) / on (job) max(e) > 0.5"))
                .containsExactly(new PromQl.Asked("a_total", Set.of("b", "job")), new PromQl.Asked("e", Set.of("job")));
        assertThatThrownBy(() -> PromQl.asked("sum(a")).hasMessageContaining("opens more");
        assertThatThrownBy(() -> PromQl.asked("a ? b")).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> PromQl.asked("summ(a)")).hasMessageContaining("summ");
    }
}

package org.communitysolutions.risk.editions;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.communitysolutions.risk.editions.persistence.ShadowRows;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.communitysolutions.shared.transactions.Uuid7;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Shows how many tasks the edition in shadow has come to ask for: of standard rules alone, as anybody may see a metric. */
@ApplicationScoped
class ShadowMeters {

    private final Editions editions;
    private final Transactions transactions;
    private final ShadowRows rows;
    private final MultiGauge tasks;
    private final String service;

    ShadowMeters(
            Editions editions,
            Transactions transactions,
            ShadowRows rows,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.editions = editions;
        this.transactions = transactions;
        this.rows = rows;
        this.tasks = MultiGauge.builder("risk.shadow.tasks")
                .description("Standard tasks that the edition in shadow asks for")
                .register(meters);
        this.service = service;
    }

    @Scheduled(every = "{shadow.counted-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        if (!editions.isAnyInShadow()) {
            tasks.register(List.of(), true);
            return Uni.createFrom().voidItem();
        }
        return transactions
                .run(Caller.service(service, Uuid7.next()), rows::standardTasksByRule)
                .invoke(this::show)
                .replaceWithVoid();
    }

    private void show(Map<String, Long> counts) {
        List<MultiGauge.Row<?>> shown = new ArrayList<>();
        counts.forEach((rule, count) -> shown.add(MultiGauge.Row.of(Tags.of("rule", rule), count)));
        tasks.register(shown, true);
    }
}

package org.communitysolutions.risk.workers;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Has something done on a thread that may block, and goes on where it was asked for. */
public final class OnWorkers {

    private OnWorkers() {}

    public static <T> Uni<T> get(Supplier<T> work) {
        Context context = Vertx.currentContext();
        Executor here = context == null ? Runnable::run : command -> context.runOnContext(nothing -> command.run());
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(here);
    }
}

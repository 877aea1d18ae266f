package org.communitysolutions.casemanagement.task.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.communitysolutions.casemanagement.task.WithdrawEarlyHelp;
import org.communitysolutions.shared.messaging.EventHandler;
import org.communitysolutions.shared.messaging.ReceivedEvent;
import org.communitysolutions.shared.messaging.Sensitivity;
import org.communitysolutions.shared.transactions.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class EarlyHelpTaskWithdrawnHandler implements EventHandler<EarlyHelpTaskWithdrawn> {

    private final WithdrawEarlyHelp withdraw;

    EarlyHelpTaskWithdrawnHandler(WithdrawEarlyHelp withdraw) {
        this.withdraw = withdraw;
    }

    @Override
    public Class<EarlyHelpTaskWithdrawn> data() {
        return EarlyHelpTaskWithdrawn.class;
    }

    @Override
    public Uni<Void> handle(
            Mutiny.Session session, Caller caller, ReceivedEvent event, EarlyHelpTaskWithdrawn withdrawn) {
        return withdraw.handle(
                session,
                caller,
                new WithdrawEarlyHelp.Request(
                        withdrawn.taskId(), withdrawn.why(), event.sensitivity() == Sensitivity.RESTRICTED));
    }
}

package org.communitysolutions.casemanagement.task.events;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.communitysolutions.casemanagement.task.TakeOverEarlyHelp;
import org.communitysolutions.casemanagement.task.domain.Basis;
import org.communitysolutions.shared.messaging.EventHandler;
import org.communitysolutions.shared.messaging.ReceivedEvent;
import org.communitysolutions.shared.messaging.Sensitivity;
import org.communitysolutions.shared.transactions.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

@ApplicationScoped
class EarlyHelpTaskRaisedHandler implements EventHandler<EarlyHelpTaskRaised> {

    private final TakeOverEarlyHelp takeOver;

    EarlyHelpTaskRaisedHandler(TakeOverEarlyHelp takeOver) {
        this.takeOver = takeOver;
    }

    @Override
    public Class<EarlyHelpTaskRaised> data() {
        return EarlyHelpTaskRaised.class;
    }

    @Override
    public Uni<Void> handle(Mutiny.Session session, Caller caller, ReceivedEvent event, EarlyHelpTaskRaised raised) {
        return takeOver.handle(
                session,
                caller,
                new TakeOverEarlyHelp.Request(
                        raised.taskId(),
                        raised.householdId(),
                        raised.kind(),
                        raised.team(),
                        raised.priority(),
                        raised.dueOn(),
                        new Basis(raised.rule(), raised.ruleVersion(), raised.reasons()),
                        event.sensitivity() == Sensitivity.RESTRICTED,
                        event.occurredAt(),
                        event.recordedAt()));
    }
}

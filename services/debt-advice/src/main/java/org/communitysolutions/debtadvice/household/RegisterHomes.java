package org.communitysolutions.debtadvice.household;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.communitysolutions.debtadvice.household.intake.IntakeRegistry;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.shared.transactions.Transactions;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Has intake register homes that nobody has named before, and keeps the households that it answers with. */
@ApplicationScoped
public class RegisterHomes {

    private final IntakeRegistry intake;
    private final Households households;
    private final Transactions transactions;

    RegisterHomes(@RestClient IntakeRegistry intake, Households households, Transactions transactions) {
        this.intake = intake;
        this.households = households;
        this.transactions = transactions;
    }

    /**
     * Registers homes, so many at a time; asking again after a failure does no harm.
     *
     * @param subject the user for whom this is done
     * @param homes UPRN and a day on which somebody lives there
     * @throws IntakeAway (through the Uni) if intake does not answer, or refuses
     */
    public Uni<Void> handle(Caller caller, String subject, Map<String, LocalDate> homes) {
        List<IntakeRegistry.Registration> all = new ArrayList<>();
        homes.forEach((uprn, on) -> all.add(new IntakeRegistry.Registration(uprn, on)));
        return Multi.createFrom()
                .iterable(all)
                .group()
                .intoLists()
                .of(IntakeRegistry.MOST)
                .onItem()
                .transformToUniAndConcatenate(some -> register(caller, subject, some))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> register(Caller caller, String subject, List<IntakeRegistry.Registration> some) {
        return intake.register(subject, new IntakeRegistry.Registrations(some))
                .onFailure()
                .transform(RegisterHomes::away)
                .map(answer -> known(some, answer))
                .chain(known -> transactions.run(caller, session -> households.note(session, known)));
    }

    private static List<Households.Known> known(
            List<IntakeRegistry.Registration> asked, IntakeRegistry.RegisteredHouseholds answer) {
        List<String> uprnsAsked =
                asked.stream().map(IntakeRegistry.Registration::uprn).toList();
        List<String> uprnsAnswered = answer.households().stream()
                .map(IntakeRegistry.Registered::uprn)
                .toList();
        if (!uprnsAsked.equals(uprnsAnswered)) {
            throw new IntakeAway("intake answered for other homes than it was asked for");
        }
        return answer.households().stream()
                .map(registered ->
                        new Households.Known(registered.householdId(), Optional.of(registered.uprn()), registered.on()))
                .toList();
    }

    private static Throwable away(Throwable failure) {
        return failure instanceof WebApplicationException refused
                ? new IntakeAway(
                        "intake answered with status " + refused.getResponse().getStatus())
                : new IntakeAway("intake, or the sign-in for it, does not answer", failure);
    }
}

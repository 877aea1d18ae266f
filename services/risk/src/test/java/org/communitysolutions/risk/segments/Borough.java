package org.communitysolutions.risk.segments;

import static org.communitysolutions.risk.Told.daysAgo;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.communitysolutions.risk.Told;
import org.communitysolutions.shared.transactions.Caller;
import org.communitysolutions.testkit.Events;
import org.communitysolutions.testkit.Events.Sent;

/** Wards of a test's own, so that what other tests tell is counted by none of its queries. */
public final class Borough {

    private final String name =
            "T-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final List<Sent> told = new ArrayList<>();

    public String ward(int number) {
        return name + "-" + number;
    }

    /** A household that is registered there; told with the next {@link #tell}. */
    public UUID home(int ward, String tenure, int children) {
        UUID household = UUID.randomUUID();
        told.add(Events.event(
                        "intake.household-registered.v1",
                        household,
                        "{\"householdId\":\"%s\",\"tenure\":\"%s\",\"ward\":\"%s\",\"adults\":2,\"children\":%d}"
                                .formatted(household, tenure, ward(ward), children))
                .at(daysAgo(60)));
        return household;
    }

    /** So many households behind with council tax in that ward. */
    public List<UUID> inArrears(int ward, int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> {
                    UUID household = home(ward, "private-rent", 1);
                    also(Told.missed(household, 10, 6));
                    return household;
                })
                .toList();
    }

    public void also(Sent... events) {
        told.addAll(Arrays.asList(events));
    }

    /** Tells everything, and waits until it is taken in. */
    public void tell() {
        Events.send(told.toArray(Sent[]::new));
        told.forEach(Told::awaitTakenIn);
        told.clear();
    }

    /** {@code {"all": […]}} of households of those wards. */
    public String where(String more, int... wards) {
        return "{\"all\":[{\"wardIn\":[%s]},%s]}"
                .formatted(
                        String.join(
                                ",",
                                Arrays.stream(wards)
                                        .mapToObj(ward -> "\"" + ward(ward) + "\"")
                                        .toList()),
                        more);
    }

    /** Somebody with more than one role, which no account of the local realm has. */
    public static Caller person(String subject, String... roles) {
        return new Caller(subject, Set.of(roles), Set.of(), "supervision", UUID.randomUUID(), Optional.empty());
    }

    public static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}

package org.communitysolutions.debtadvice.extract.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what happened out of two readings of one account. */
final class Signals {

    private Signals() {}

    static List<Signal> between(Optional<Reading> before, Reading now, Set<Integer> told) {
        List<Signal> signals = new ArrayList<>();
        switch (now) {
            case CouncilTaxReading reading -> {
                missed(reading, told, signals);
                stage(before.map(CouncilTaxReading.class::cast), reading).ifPresent(signals::add);
            }
            case RentReading reading -> arrears(before, reading).ifPresent(signals::add);
        }
        if (now.arrearsPence() == 0 && before.isPresent() && before.get().arrearsPence() > 0) {
            signals.add(new Signal.ArrearsCleared(now.kind(), now.asAt()));
        }
        signals.sort(Comparator.comparing(Signal::since));
        return signals;
    }

    /**
     * Instalments are paid in order, so those after the paid ones, up to those due, are missed. Each is told of once
     * ever. It is missed from the day after it was due, but never from later than the extract can know.
     */
    private static void missed(CouncilTaxReading reading, Set<Integer> told, List<Signal> signals) {
        LocalDate latest = reading.asAt().plusDays(1);
        for (int instalment = reading.instalmentsPaid() + 1; instalment <= reading.instalmentsDue(); instalment++) {
            if (!told.contains(instalment)) {
                LocalDate dueOn = reading.dueOn(instalment);
                LocalDate dayAfter = dueOn.plusDays(1);
                signals.add(new Signal.InstalmentMissed(
                        reading.year(),
                        instalment,
                        dueOn,
                        reading.instalmentPence(),
                        reading.arrearsPence(),
                        dayAfter.isAfter(latest) ? latest : dayAfter));
            }
        }
    }

    /** A new bill's recovery starts afresh: the same stage in another year is reached again. */
    private static Optional<Signal> stage(Optional<CouncilTaxReading> before, CouncilTaxReading now) {
        boolean same = before.isPresent()
                && before.get().stage() == now.stage()
                && before.get().year().equals(now.year());
        return same || now.stage() == RecoveryStage.NONE
                ? Optional.empty()
                : Optional.of(new Signal.StageReached(now.stage(), now.arrearsPence(), now.asAt()));
    }

    private static Optional<Signal> arrears(Optional<Reading> before, RentReading now) {
        Optional<Long> previous = before.map(Reading::arrearsPence);
        return now.arrearsPence() == 0 || previous.equals(Optional.of(now.arrearsPence()))
                ? Optional.empty()
                : Optional.of(
                        new Signal.RentArrearsChanged(now.arrearsPence(), previous, now.weeksOfRent(), now.asAt()));
    }
}

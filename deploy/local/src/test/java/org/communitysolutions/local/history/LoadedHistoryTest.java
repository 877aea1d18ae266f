package org.communitysolutions.local.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedHistoryTest {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 21);
    private static final LoadedHistory BEGUN = new LoadedHistory(1, 7_400, LAST, false);

    @TempDir
    Path folder;

    @Test
    void whereNothingIsThereTheHistoryThatIsWantedBegins() {
        assertThat(missing(Optional.empty(), 7_400)).contains(BEGUN);
        assertThat(missing(Optional.empty(), 0)).isEmpty();
    }

    @Test
    void whatIsThereIsRecognisedOnALaterDayAndNotPublishedAgain() {
        BEGUN.asWhole().write(folder.resolve("history"));

        Optional<LoadedHistory> there = LoadedHistory.read(folder.resolve("history"));

        assertThat(there).contains(BEGUN.asWhole());
        assertThat(missing(there, 7_400)).isEmpty();
    }

    @Test
    void whatWasBrokenOffIsPublishedOnceMoreAsItWasBegun() {
        BEGUN.write(folder);

        assertThat(missing(LoadedHistory.read(folder), 7_400)).contains(BEGUN);
        assertThat(missing(LoadedHistory.read(folder), 74_000)).contains(BEGUN);
        assertThat(missing(LoadedHistory.read(folder), 0)).contains(BEGUN);
    }

    @Test
    void anotherNumberOfHouseholdsDoublesNobody() {
        assertThat(missing(Optional.of(BEGUN.asWhole()), 74_000)).isEmpty();
    }

    private static Optional<LoadedHistory> missing(Optional<LoadedHistory> there, int wanted) {
        LocalDate last = there.isEmpty() ? LAST : LAST.plusDays(3);
        return LoadedHistory.missing(there, wanted, new LoadedHistory(1, wanted, last, false));
    }
}

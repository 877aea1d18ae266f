package org.communitysolutions.risk.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.communitysolutions.risk.disclosure.Figure;
import org.communitysolutions.risk.disclosure.SmallNumbers;
import org.communitysolutions.risk.rules.Band;
import org.junit.jupiter.api.Test;

class CountsTest {

    private static final Group.Kind RENTING = new Group.Kind("private-rent", Group.Children.WITH_CHILDREN);

    private final List<Group> groups = List.of(
            new Group(true, Optional.of("NB-01"), Band.HIGH, RENTING, 40),
            new Group(false, Optional.of("NB-01"), Band.HIGH, RENTING, 3),
            new Group(false, Optional.of("NB-02"), Band.LOW, RENTING, 61),
            new Group(true, Optional.empty(), Band.LOW, RENTING, 22));

    @Test
    void areExactForThoseWhoMaySeeLists() {
        Counts counts = Counts.exact(Instant.EPOCH, groups);

        assertThat(counts.all()).isEqualTo(count(126, 62, 64));
        assertThat(counts.byWard()).containsEntry(Optional.of("NB-01"), count(43, 40, 3));
        assertThat(counts.byBand()).containsEntry(Band.LOW, count(83, 22, 61));
        assertThat(counts.byKind()).containsEntry(RENTING, count(126, 62, 64));
    }

    @Test
    void hideASmallNumberAndWhatItCouldBeWorkedOutFrom() {
        Counts counts = Counts.guarded(Instant.EPOCH, groups, new SmallNumbers(7, 5));

        assertThat(shown(counts.all())).containsExactly(125L, 60L, 65L);
        assertThat(shown(counts.byWard().get(Optional.of("NB-01")))).containsExactly(45L, null, null);
        assertThat(shown(counts.byWard().get(Optional.of("NB-02")))).containsExactly(null, 0L, null);
        assertThat(shown(counts.byBand().get(Band.HIGH))).containsExactly(45L, null, null);
    }

    private static List<Long> shown(Count count) {
        return Stream.of(count.total(), count.known(), count.unknown())
                .map(figure -> figure.count().orElse(null))
                .collect(Collectors.toList());
    }

    private static Count count(long total, long known, long unknown) {
        return new Count(Figure.exact(total), Figure.exact(known), Figure.exact(unknown));
    }
}

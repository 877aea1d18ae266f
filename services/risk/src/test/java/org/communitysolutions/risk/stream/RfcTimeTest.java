package org.communitysolutions.risk.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class RfcTimeTest {

    @Property
    void readsWhatAnyOtherReaderReads(
            @ForAll @LongRange(min = -2_000_000_000L, max = 20_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nanos,
            @ForAll @IntRange(min = -18, max = 18) int hours) {
        Instant instant = Instant.ofEpochSecond(second, nanos);
        Instant expected = instant.truncatedTo(ChronoUnit.MICROS);

        assertThat(RfcTime.parse(instant.toString())).isEqualTo(expected);
        assertThat(RfcTime.parse(OffsetDateTime.ofInstant(instant, ZoneOffset.ofHours(hours))
                        .toString()))
                .isEqualTo(expected);
    }

    @Example
    void refusesWhatIsNoTime() {
        for (String wrong : List.of(
                "2026-02-30T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-01-01T24:00:00Z",
                "2026-01-01T00:60:00Z",
                "2026-01-01T00:00:60Z",
                "2026-01-01T00:00:00.Z",
                "2026-01-01T00:00:00.0000000000Z",
                "2026-01-01T00:00:0xZ",
                "2026-01-01 00:00:00Z",
                "2026-01-01T00:00:00",
                "2026-01-01",
                "",
                "yesterday")) {
            assertThatThrownBy(() -> RfcTime.parse(wrong)).describedAs(wrong).isInstanceOf(DateTimeException.class);
        }
    }
}

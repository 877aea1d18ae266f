package org.communitysolutions.risk.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Ids are read as the JDK reads them. */
class UuidTextTest {

    @Property
    void readsEveryId(@ForAll long high, @ForAll long low) {
        UUID id = new UUID(high, low);

        assertThat(UuidText.parse(bytes(id.toString()))).isEqualTo(id);
    }

    @Test
    void readsAnIdInCapitalsButDoesNotTakeItForTheUsualForm() {
        byte[] capitals = bytes("0194F3A2-7C1B-7D4E-8F00-0123456789AB");

        assertThat(UuidText.parse(capitals)).isEqualTo(UUID.fromString("0194f3a2-7c1b-7d4e-8f00-0123456789ab"));
        assertThat(UuidText.isUsual(capitals)).isFalse();
    }

    @Test
    void refusesWhatIsNone() {
        assertThatThrownBy(() -> UuidText.parse(bytes("0194f3a2-7c1b-7d4e-8f00-0123456789ag")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UuidText.parse(bytes("household 7"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package org.communitysolutions.risk.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.communitysolutions.risk.rules.Clearance;
import org.communitysolutions.risk.rules.FieldType;
import org.communitysolutions.risk.rules.KnownEvent;
import org.communitysolutions.risk.rules.KnownEvent.Field;
import org.communitysolutions.risk.rules.PastEvent;
import org.communitysolutions.risk.rules.Vocabulary;
import org.communitysolutions.shared.messaging.MalformedEvent;

/** What is packed comes out as it was, and what is no event is not let in. */
class PackedHistoryTest {

    private static final KnownEvent KIND = new KnownEvent(
            "elsewhere.something-told.v1",
            "Something told",
            Clearance.STANDARD,
            List.of(
                    new Field("text", FieldType.TEXT),
                    new Field("number", FieldType.NUMBER),
                    new Field("day", FieldType.DATE),
                    new Field("flag", FieldType.FLAG),
                    new Field("texts", FieldType.LIST)));
    private static final KnownEvent EMPTY =
            new KnownEvent("elsewhere.nothing-told.v1", "Nothing told", Clearance.STANDARD, List.of());

    private final PackedHistory packed =
            new PackedHistory(new Vocabulary(List.of(EMPTY, KIND), Set.of("universal"), Set.of(), Set.of(), List.of()));

    @Property(tries = 500)
    void givesBackEachEventAsItWas(@ForAll("events") List<PastEvent> events) {
        byte[] history = PackedHistory.EMPTY;
        for (PastEvent event : events) {
            history = packed.open(history, false).add(List.of(event)).bytes();
        }

        assertThat(packed(events)).isEqualTo(history);
        assertThat(packed.open(history, false).events().stream().map(PackedHistoryTest::described))
                .isEqualTo(events.stream().map(PackedHistoryTest::described).toList());
    }

    @Property(tries = 500)
    void knowsWhichEventsItHas(@ForAll("events") List<PastEvent> events, @ForAll("ids") UUID other) {
        byte[] history = packed(events);

        assertThat(events).allMatch(event -> packed.contains(history, event.id()));
        assertThat(packed.contains(history, other))
                .isEqualTo(events.stream().anyMatch(event -> event.id().equals(other)));
    }

    @Example
    void keepsATextThatComesAgainOnce() {
        UUID account = new UUID(1, 2);
        List<PastEvent> twice = List.of(about(account), about(account));

        assertThat(packed(twice)).hasSizeLessThan(2 * packed(twice.subList(0, 1)).length - 14);
    }

    private static PastEvent about(UUID account) {
        Object[] values = {account.toString(), null, null, null, null};
        return new PastEvent(UUID.randomUUID(), KIND, Instant.EPOCH, false, values);
    }

    private byte[] packed(List<PastEvent> events) {
        return packed.open(PackedHistory.EMPTY, false).add(events).bytes();
    }

    @Example
    void readsWhatTheVocabularyKnowsAndLeavesTheRest() {
        Object[] values = EventData.values(KIND, utf8("""
                {"more":{"flag":[1,{"text":2}]},"flag":true,"number":12.9,"text":"é","day":"2026-02-28","texts":["a","b"]}
                """));

        assertThat(values).containsExactly("é", 12L, LocalDate.of(2026, 2, 28), true, List.of("a", "b"));
        assertThat(EventData.values(KIND, utf8("{\"text\":null}"))).containsOnlyNulls();
    }

    @Example
    void refusesDataThatIsNotWhatTheVocabularySays() {
        for (String wrong : List.of(
                "{\"text\":1}",
                "{\"number\":\"1\"}",
                "{\"number\":1e30}",
                "{\"day\":\"2026-02-30\"}",
                "{\"flag\":\"true\"}",
                "{\"texts\":\"a\"}",
                "{\"texts\":[[]]}",
                "[]",
                "null",
                "",
                "{\"text\":\"a\"",
                "{} {}")) {
            assertThatThrownBy(() -> EventData.values(KIND, utf8(wrong)))
                    .describedAs(wrong)
                    .isInstanceOf(MalformedEvent.class)
                    .hasMessageContaining("elsewhere.something-told.v1");
        }
    }

    @Provide
    Arbitrary<List<PastEvent>> events() {
        Arbitrary<String> text = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40), ids().map(UUID::toString), ids().map(id -> id.toString()
                        .toUpperCase(Locale.ROOT)));
        Arbitrary<Object[]> values = Combinators.combine(
                        text.injectNull(0.2),
                        Arbitraries.longs().injectNull(0.2),
                        Arbitraries.longs()
                                .between(-700_000, 700_000)
                                .map(LocalDate::ofEpochDay)
                                .injectNull(0.2),
                        Arbitraries.of(true, false).injectNull(0.2),
                        text.list().ofMaxSize(3).injectNull(0.2))
                .as((one, two, three, four, five) -> new Object[] {one, two, three, four, five});
        Arbitrary<Instant> times = Arbitraries.longs()
                .between(-4_000_000_000L, 9_000_000_000L)
                .map(seconds -> Instant.ofEpochSecond(seconds, seconds % 7 * 1_000 + 1_000_000));
        Arbitrary<PastEvent> full = Combinators.combine(ids(), times, values)
                .as((id, at, fields) -> new PastEvent(id, KIND, at, false, fields));
        Arbitrary<PastEvent> empty =
                Combinators.combine(ids(), times).as((id, at) -> new PastEvent(id, EMPTY, at, false, new Object[0]));
        return Arbitraries.oneOf(full, empty).list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<UUID> ids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    private static List<Object> described(PastEvent event) {
        List<Object> all = new ArrayList<>(List.of(event.id(), event.type(), event.occurredAt()));
        for (int place = 0; place < event.kind().fields().size(); place++) {
            all.add(event.value(place));
        }
        return all;
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}

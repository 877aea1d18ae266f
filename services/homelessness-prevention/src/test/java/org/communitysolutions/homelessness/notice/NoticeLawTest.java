package org.communitysolutions.homelessness.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The law as the service is delivered with it. */
class NoticeLawTest {

    private final NoticeLaw law = delivered();

    @Test
    void countsSectionTwentyOneUntilTheRentersRightsActAndSectionEightSince() {
        LocalDate change = LocalDate.of(2026, 5, 1);

        assertThat(law.threatens(notice(NoticeKind.SECTION_21, true, change.minusDays(1))))
                .isTrue();
        assertThat(law.threatens(notice(NoticeKind.SECTION_21, true, change))).isFalse();
        assertThat(law.threatens(notice(NoticeKind.SECTION_8, true, change.minusDays(1))))
                .isFalse();
        assertThat(law.threatens(notice(NoticeKind.SECTION_8, true, change))).isTrue();
    }

    @Test
    void countsNoNoticeThatIsNotValidOrOfAnotherKind() {
        LocalDate servedOn = LocalDate.of(2026, 11, 2);

        assertThat(law.threatens(notice(NoticeKind.SECTION_8, false, servedOn))).isFalse();
        assertThat(law.threatens(notice(NoticeKind.NOTICE_TO_QUIT, true, servedOn)))
                .isFalse();
        assertThat(law.threatens(notice(NoticeKind.OTHER, true, servedOn))).isFalse();
    }

    private static Notice notice(NoticeKind kind, boolean valid, LocalDate servedOn) {
        return new Notice(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Optional.empty(),
                kind,
                valid,
                servedOn,
                servedOn.plusDays(28),
                false,
                0);
    }

    private static NoticeLaw delivered() {
        try {
            SmallRyeConfig config = new SmallRyeConfigBuilder()
                    .withMapping(NoticeLaw.class)
                    .withSources(
                            new PropertiesConfigSource(NoticeLawTest.class.getResource("/application.properties"), 100))
                    .build();
            return config.getConfigMapping(NoticeLaw.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

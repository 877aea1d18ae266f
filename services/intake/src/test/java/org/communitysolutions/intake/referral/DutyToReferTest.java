package org.communitysolutions.intake.referral;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.communitysolutions.intake.Refusal;
import org.junit.jupiter.api.Test;

class DutyToReferTest {

    private static final Set<String> AUTHORITIES = Set.of("probation", "jobcentre-plus");
    private static final Optional<LocalDate> DAY = Optional.of(LocalDate.of(2026, 4, 1));

    @Property
    void needsBothConsentsAndTheirDay(@ForAll boolean toRefer, @ForAll boolean toBeContacted, @ForAll boolean dated) {
        Consent consent = new Consent(toRefer, toBeContacted, dated ? DAY : Optional.empty());
        ReceiveReferral.Incoming incoming = incoming("probation", ReferralKind.DUTY_TO_REFER, consent);

        if (toRefer && toBeContacted && dated) {
            assertThatCode(() -> ReceiveReferral.requireGrounds(incoming, AUTHORITIES))
                    .doesNotThrowAnyException();
        } else {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> ReceiveReferral.requireGrounds(incoming, AUTHORITIES));
        }
    }

    @Test
    void isForListedAuthoritiesOnly() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ReceiveReferral.requireGrounds(
                        incoming("a-charity", ReferralKind.DUTY_TO_REFER, new Consent(true, true, DAY)), AUTHORITIES))
                .withMessageContaining("jobcentre-plus, probation");
    }

    @Test
    void asksNothingOfAPartner() {
        assertThatCode(() -> ReceiveReferral.requireGrounds(
                        incoming("a-charity", ReferralKind.PARTNER, new Consent(false, false, Optional.empty())),
                        AUTHORITIES))
                .doesNotThrowAnyException();
    }

    private static ReceiveReferral.Incoming incoming(String agency, ReferralKind kind, Consent consent) {
        return new ReceiveReferral.Incoming(
                Optional.empty(), Optional.empty(), agency, kind, Optional.empty(), consent);
    }
}

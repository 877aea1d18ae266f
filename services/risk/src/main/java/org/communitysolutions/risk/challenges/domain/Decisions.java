package org.communitysolutions.risk.challenges.domain;

import org.communitysolutions.risk.challenges.domain.Answer.Changed;
import org.communitysolutions.risk.challenges.domain.Answer.Refusal;
import org.communitysolutions.risk.challenges.domain.Answer.Refused;
import org.communitysolutions.risk.challenges.domain.Challenge.Open;

/** What each request comes to in each state of a challenge. */
public final class Decisions {

    private Decisions() {}

    /**
     * Who decides.
     *
     * @param subject the token's
     * @param manager whether they manage a team
     * @param specialist whether they are cleared for restricted events
     */
    public record Decider(String subject, boolean manager, boolean specialist) {

        private boolean mayDecide(Particulars challenge) {
            return challenge.restricted() ? specialist : manager;
        }
    }

    /** A person decides who has not written the challenge down. */
    public static Answer decide(Challenge challenge, Decider decider, Verdict verdict, Ruling ruling) {
        Particulars about = challenge.particulars();
        if (!decider.mayDecide(about)) {
            return new Refused(Refusal.NOT_THEIRS_TO_DECIDE);
        }
        if (decider.subject().equals(about.recordedBy())) {
            return new Refused(Refusal.RECORDED_BY_THE_SAME);
        }
        if (!(challenge instanceof Open open)) {
            return new Refused(Refusal.ENDED_ALREADY);
        }
        return new Changed(
                switch (verdict) {
                    case UPHELD -> open.uphold(ruling);
                    case DISMISSED -> open.dismiss(ruling);
                });
    }

    /** The household takes it back, to whomever it says so. */
    public static Answer takeBack(Challenge challenge, Ruling ruling) {
        return challenge instanceof Open open ? new Changed(open.takeBack(ruling)) : new Refused(Refusal.ENDED_ALREADY);
    }
}

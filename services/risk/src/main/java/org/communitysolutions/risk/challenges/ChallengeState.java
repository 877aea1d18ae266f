package org.communitysolutions.risk.challenges;

import org.communitysolutions.risk.challenges.domain.Challenge;

/** The states by name, for lists and for whoever reads them. */
public enum ChallengeState {
    OPEN,
    UPHELD,
    DISMISSED,
    WITHDRAWN;

    public static ChallengeState of(Challenge challenge) {
        return switch (challenge) {
            case Challenge.Open open -> OPEN;
            case Challenge.Upheld upheld -> UPHELD;
            case Challenge.Dismissed dismissed -> DISMISSED;
            case Challenge.Withdrawn withdrawn -> WITHDRAWN;
        };
    }
}

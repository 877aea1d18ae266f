package org.communitysolutions.volunteering;

import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("org.communitysolutions.volunteering");
    }

    @Test
    void publishesAndConsumesWhatTheContractsSay() {
        EventContracts.check("volunteer-coordination", "org.communitysolutions.volunteering");
    }
}

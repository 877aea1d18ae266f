package org.communitysolutions.intake;

import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("org.communitysolutions.intake");
    }

    @Test
    void publishesAndConsumesWhatTheContractsSay() {
        EventContracts.check("intake", "org.communitysolutions.intake");
    }
}

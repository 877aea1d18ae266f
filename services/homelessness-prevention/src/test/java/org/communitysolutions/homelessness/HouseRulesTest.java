package org.communitysolutions.homelessness;

import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("org.communitysolutions.homelessness");
    }

    @Test
    void publishesAndConsumesWhatTheContractsSay() {
        EventContracts.check("homelessness-prevention", "org.communitysolutions.homelessness");
    }
}

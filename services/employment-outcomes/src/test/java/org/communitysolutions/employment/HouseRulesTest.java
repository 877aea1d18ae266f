package org.communitysolutions.employment;

import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("org.communitysolutions.employment");
    }

    @Test
    void publishesAndConsumesWhatTheContractsSay() {
        EventContracts.check("employment-outcomes", "org.communitysolutions.employment");
    }
}

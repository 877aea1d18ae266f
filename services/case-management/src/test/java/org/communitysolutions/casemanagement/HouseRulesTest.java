package org.communitysolutions.casemanagement;

import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("org.communitysolutions.casemanagement");
    }

    @Test
    void publishesAndConsumesWhatTheContractsSay() {
        EventContracts.check("case-management", "org.communitysolutions.casemanagement");
    }
}

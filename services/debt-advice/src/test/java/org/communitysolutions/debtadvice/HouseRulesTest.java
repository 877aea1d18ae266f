package org.communitysolutions.debtadvice;

import org.communitysolutions.testkit.EventContracts;
import org.communitysolutions.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        HouseRules.check("org.communitysolutions.debtadvice");
    }

    @Test
    void publishesAndConsumesWhatTheContractsSay() {
        EventContracts.check("debt-advice", "org.communitysolutions.debtadvice");
    }
}

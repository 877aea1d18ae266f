package org.communitysolutions.volunteering;

import org.communitysolutions.testkit.OpenApiContract;
import org.communitysolutions.testkit.RoleMatrix;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class EndpointsIT {

    @Test
    void letsEachRoleCallWhatTheTableSaysAndNothingElse() {
        RoleMatrix.check();
    }

    @Test
    void describesItselfAsItsContractDoes() {
        OpenApiContract.check();
    }
}

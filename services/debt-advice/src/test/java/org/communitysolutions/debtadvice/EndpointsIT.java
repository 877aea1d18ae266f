package org.communitysolutions.debtadvice;

import io.quarkus.test.common.QuarkusTestResource;
import org.communitysolutions.debtadvice.extract.IntakeStandIn;
import org.communitysolutions.testkit.OpenApiContract;
import org.communitysolutions.testkit.RoleMatrix;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
@QuarkusTestResource(IntakeStandIn.class)
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

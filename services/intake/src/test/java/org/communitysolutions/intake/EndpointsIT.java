package org.communitysolutions.intake;

import org.communitysolutions.testkit.OpenApiContract;
import org.communitysolutions.testkit.RoleMatrix;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class EndpointsIT {

    @Test
    void everyEndpointAnswersEachRoleAsTheTableSays() {
        RoleMatrix.check();
    }

    @Test
    void itsRestIsWhatItsContractSays() {
        OpenApiContract.check();
    }
}

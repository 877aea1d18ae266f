package org.communitysolutions.risk;

import org.communitysolutions.testkit.OpenApiContract;
import org.communitysolutions.testkit.RoleMatrix;
import org.communitysolutions.testkit.ServiceIT;
import org.junit.jupiter.api.Test;

@ServiceIT
class EndpointsIT {

    @Test
    void areOpenToTheirRolesAndToNoOther() {
        RoleMatrix.check();
    }

    @Test
    void areDescribedAsTheirContractSays() {
        OpenApiContract.check();
    }
}

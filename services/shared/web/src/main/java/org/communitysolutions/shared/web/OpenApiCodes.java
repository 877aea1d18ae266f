package org.communitysolutions.shared.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.communitysolutions.shared.messaging.EnumCodes;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Documents enum constants by the codes that requests really carry. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OpenApiCodes implements OASFilter {

    @Override
    public Schema filterSchema(Schema schema) {
        List<Object> constants = schema.getEnumeration();
        if (constants != null) {
            schema.setEnumeration(constants.stream()
                    .map(constant -> constant instanceof String name ? (Object) EnumCodes.of(name) : constant)
                    .toList());
        }
        return schema;
    }
}

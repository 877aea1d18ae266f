package org.communitysolutions.shared.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Says where to sign in, with the realm that this very service trusts. As OAuth 2 with its addresses rather than as OpenID
 * Connect with one to discover them, because Swagger UI offers no sign-in for the latter in an OpenAPI 3.1 document.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_PER_REQUEST)
public class OpenApiSignIn implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI description) {
        String endpoints = ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class)
                + "/protocol/openid-connect/";
        SecurityScheme scheme = OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("Sign in through Keycloak; the token's roles say what is allowed.")
                .flows(OASFactory.createOAuthFlows()
                        .authorizationCode(OASFactory.createOAuthFlow()
                                .authorizationUrl(endpoints + "auth")
                                .tokenUrl(endpoints + "token")
                                .scopes(Map.of("openid", "Who signs in"))));
        description.getComponents().addSecurityScheme("SecurityScheme", scheme);
    }
}

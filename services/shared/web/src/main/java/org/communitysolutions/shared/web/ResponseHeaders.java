package org.communitysolutions.shared.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Nothing that a service answers may be kept by a cache in between. */
class ResponseHeaders {

    @ServerResponseFilter
    void noStore(ContainerResponseContext response) {
        response.getHeaders().putSingle("Cache-Control", "no-store");
    }
}

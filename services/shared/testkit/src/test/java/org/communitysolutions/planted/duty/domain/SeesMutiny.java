package org.communitysolutions.planted.duty.domain;

import io.smallrye.mutiny.Uni;

/** Planted: a domain type that knows how it is awaited. */
public class SeesMutiny {
    Uni<String> later;
}

package org.communitysolutions.planted.notice;

import org.communitysolutions.planted.duty.domain.SeesMutiny;

/** Planted: a feature that reaches into another. */
public class KnowsTheInside {
    SeesMutiny inside;
}

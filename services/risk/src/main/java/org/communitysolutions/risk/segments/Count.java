package org.communitysolutions.risk.segments;

import org.communitysolutions.risk.disclosure.Figure;

/** How many households there are, and how many of them are known to somebody who works with them. */
public record Count(Figure total, Figure known, Figure unknown) {}

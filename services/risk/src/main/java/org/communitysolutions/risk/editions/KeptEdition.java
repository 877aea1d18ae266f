package org.communitysolutions.risk.editions;

import org.communitysolutions.risk.editions.domain.Edition;

/**
 * An edition as it is kept.
 *
 * @param digest SHA-256 of its texts, in hexadecimal digits
 * @param inShadow whether it is evaluated in the shadow of the live one
 */
public record KeptEdition(Edition edition, String digest, boolean inShadow) {}

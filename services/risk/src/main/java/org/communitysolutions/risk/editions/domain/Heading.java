package org.communitysolutions.risk.editions.domain;

import java.time.Instant;

/**
 * Which edition it is.
 *
 * @param version that of its rules, by which it is named
 * @param factorsVersion that of its factors
 * @param loadedBy the subject who brought it; {@code service:risk} if a release did
 */
public record Heading(String version, String factorsVersion, String loadedBy, Instant loadedAt) {}

package org.communitysolutions.risk.challenges.domain;

import java.time.Instant;

/**
 * What was decided of a challenge.
 *
 * @param by the subject of who decided, or who wrote down that the household took it back
 * @param reasons told in no event
 */
public record Ruling(String by, Instant at, String reasons) {}

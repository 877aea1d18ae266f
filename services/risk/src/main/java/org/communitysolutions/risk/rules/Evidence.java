package org.communitysolutions.risk.rules;

import java.util.List;

/**
 * Why a condition holds.
 *
 * @param reasons the events it holds by
 * @param says the same in words, empty if the condition is silent
 */
public record Evidence(List<Reason> reasons, String says) {}

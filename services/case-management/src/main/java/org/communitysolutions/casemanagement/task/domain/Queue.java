package org.communitysolutions.casemanagement.task.domain;

/**
 * Where a team's tasks wait.
 *
 * @param team the team's code
 * @param restricted whether only specialists may know of what is in it
 */
public record Queue(String team, boolean restricted) {}

package org.communitysolutions.planted.duty;

/** A port, and nothing wrong with it. */
public interface Duties {}

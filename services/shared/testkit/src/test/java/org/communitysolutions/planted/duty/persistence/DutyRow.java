package org.communitysolutions.planted.duty.persistence;

/** A row, and nothing wrong with it. */
public class DutyRow {}

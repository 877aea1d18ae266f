package org.communitysolutions.elsewhere.thing;

/** Another service's type. */
public class Thing {}

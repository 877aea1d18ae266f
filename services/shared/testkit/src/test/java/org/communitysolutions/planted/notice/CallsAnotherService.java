package org.communitysolutions.planted.notice;

import org.communitysolutions.elsewhere.thing.Thing;

/** Planted: a service that knows another's types. */
public class CallsAnotherService {
    Thing thing;
}

package org.communitysolutions.intake.merge;

/** How far a merge has come. */
public enum MergeState {
    /** It waits for somebody who may see what is restricted. */
    PROPOSED,
    STANDING,
    /** It never took effect. */
    DECLINED,
    REVERSED
}

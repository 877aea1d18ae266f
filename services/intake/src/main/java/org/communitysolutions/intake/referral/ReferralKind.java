package org.communitysolutions.intake.referral;

/** On what footing a referral is made. */
public enum ReferralKind {
    /** A public authority must refer who may be homeless or threatened with it (Housing Act 1996 s213B). */
    DUTY_TO_REFER,
    /** A partner agency asks for help for someone. */
    PARTNER,
    /** The person asks. */
    SELF,
    /** The council's own data give a reason. */
    SIGNAL
}

package org.communitysolutions.intake.contact.domain;

/** How far a contact has come. Only one that was received and no more can be triaged, so nobody is triaged twice. */
public sealed interface ContactState {

    /** It waits for triage. */
    record Received() implements ContactState {

        /** Settles the contact or sends it on, as was decided. */
        public Triaged triage(Triage decision) {
            return switch (decision.route()) {
                case RESOLVED -> new Settled(decision);
                case UNIVERSAL, TARGETED, STATUTORY -> new Routed(decision);
            };
        }
    }

    /** Someone has decided about it. */
    sealed interface Triaged extends ContactState {
        Triage triage();
    }

    /** It was settled at the front door. */
    record Settled(Triage triage) implements Triaged {}

    /** It went to a team. */
    record Routed(Triage triage) implements Triaged {}
}

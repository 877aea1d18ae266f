package org.communitysolutions.local.history;

import java.util.UUID;

/** What intake tells of a household. */
final class FrontDoor {

    private static final String[] CHANNELS = {"phone", "in-person", "online", "email", "outreach", "partner"};
    private static final String[] AGENCIES = {"nhs", "police", "jobcentre-plus", "housing-association", "school"};

    private final Life life;

    FrontDoor(Life life) {
        this.life = life;
    }

    void registered(long day) {
        Household home = life.home();
        life.told(EventType.HOUSEHOLD_REGISTERED, day, data -> data.text("ward", home.ward())
                .text("tenure", home.tenure().code())
                .number("adults", home.adults())
                .number("children", home.children())
                .date("registeredOn", day));
    }

    /** Carries all that is known after the change: what is left out would not be known any more. */
    void adultsChanged(long day, int adults) {
        Household home = life.home();
        life.told(EventType.HOUSEHOLD_DETAILS_CHANGED, day, data -> data.text("ward", home.ward())
                .text("tenure", home.tenure().code())
                .number("adults", adults)
                .number("children", home.children()));
    }

    /** A question that was answered there and then. */
    void settled(long day) {
        UUID contact = received(day);
        life.told(EventType.CONTACT_TRIAGED, day, data -> data.id("contactId", contact)
                .text("tier", "self-sufficient")
                .text("route", "resolved")
                .list("needs"));
    }

    /** A contact that went to a team. */
    void routed(long day, String tier, String route, String... needs) {
        UUID contact = received(day);
        life.told(EventType.CONTACT_TRIAGED, day, data -> data.id("contactId", contact)
                .text("tier", tier)
                .text("route", route)
                .list("needs", needs));
    }

    private UUID received(long day) {
        UUID contact = life.draw().id();
        String channel = life.draw().oneOf(CHANNELS);
        life.told(EventType.CONTACT_RECEIVED, day, data -> data.id("contactId", contact)
                .text("channel", channel));
        return contact;
    }

    void referred(long day, String kind) {
        UUID referral = life.draw().id();
        String agency = life.draw().oneOf(AGENCIES);
        life.told(EventType.REFERRAL_RECEIVED, day, data -> data.id("referralId", referral)
                .text("agency", agency)
                .text("kind", kind));
    }

    /** The id of the need. */
    UUID needs(long day, String need) {
        UUID id = life.draw().id();
        UUID person = life.draw().id();
        String severity = life.draw().oneOf("low", "medium", "high");
        life.told(EventType.NEED_IDENTIFIED, day, data -> data.id("needId", id)
                .id("personId", person)
                .text("need", need)
                .text("severity", severity));
        return id;
    }

    void needMet(long day, UUID id, String need) {
        life.told(EventType.NEED_RESOLVED, day, data -> data.id("needId", id).text("need", need));
    }

    /** Domestic abuse: on the restricted topic and nowhere else. */
    void abuseDisclosed(long day, UUID person) {
        UUID disclosure = life.draw().id();
        int dash = life.draw().between(3, 20);
        boolean children = life.home().children() > 0;
        // 14 ticks or more: visible high risk (SafeLives).
        life.told(EventType.DOMESTIC_ABUSE_DISCLOSED, day, data -> data.id("disclosureId", disclosure)
                .id("personId", person)
                .number("dashScore", dash)
                .flag("highRisk", dash >= 14)
                .flag("childrenInHousehold", children));
    }
}

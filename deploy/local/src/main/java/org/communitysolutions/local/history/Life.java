package org.communitysolutions.local.history;

import java.util.UUID;
import java.util.function.Consumer;

/**
 * The two years of one household, told as they are lived; what is true of it at the end is read off what was told.
 *
 * <p>Days are counted from 1970. A life always spans two years up to the end of the history, of which a shorter history tells
 * the last part alone.
 */
final class Life {

    /** The span of a life. */
    static final int DAYS = 730;
    /** The council's systems bring all households over in the first days. */
    static final int FIRST_IMPORT_DAYS = 28;

    private static final double WRITTEN_DOWN_LATER = 0.05;
    private static final long HOUR_MILLIS = 3_600_000;

    private final Household home;
    private final Draw draw;
    private final Chronicle chronicle;
    private final long end;
    private long registeredOn;
    private int openWork;
    private Outcome outcome = Outcome.NONE;
    private long outcomeDay;
    private long firstMissed;
    private long lastMissed;
    private long combinationSince;
    private String blow = "";

    Life(Household home, Draw draw, Chronicle chronicle) {
        this.home = home;
        this.draw = draw;
        this.chronicle = chronicle;
        this.end = chronicle.period().endDay();
    }

    Household home() {
        return home;
    }

    Draw draw() {
        return draw;
    }

    /** The day after the last of the history. */
    long end() {
        return end;
    }

    /** From this day on the council knows that it lives here. */
    void registered(long day) {
        registeredOn = day;
        new FrontDoor(this).registered(day);
    }

    long registeredOn() {
        return registeredOn;
    }

    /** A day drawn from those so many to so many days before the end. */
    long daysBeforeEnd(int most, int least) {
        return end - draw.between(least, most);
    }

    /**
     * Tells what a worker wrote down on the day it happened, at once, or some days later.
     *
     * @return whether it was told before the end
     */
    boolean told(EventType type, long day, Consumer<EventData> content) {
        long occurredAt = inHours(day);
        long delay =
                draw.happens(WRITTEN_DOWN_LATER) ? draw.between(1, 3) * Period.DAY_MILLIS : draw.between(1_000, 90_000);
        return chronicle.tell(type, occurredAt, occurredAt + delay, content);
    }

    /** Tells what another system's extract said in the early morning of a day about an earlier one. */
    boolean imported(EventType type, long day, long importedOn, Consumer<EventData> content) {
        long recordedAt = Period.midnight(importedOn) + draw.between(0, Math.toIntExact(2 * HOUR_MILLIS));
        return chronicle.tell(type, Period.midnight(day), recordedAt, content);
    }

    /** Tells what happened on a day around this household but is about none. */
    void toldOfOthers(EventType type, UUID subject, long day, Consumer<EventData> content) {
        long occurredAt = inHours(day);
        chronicle.tellOfOthers(type, subject, occurredAt, occurredAt + draw.between(1_000, 90_000), content);
    }

    private long inHours(long day) {
        return Period.midnight(day) + 8 * HOUR_MILLIS + draw.between(0, Math.toIntExact(10 * HOUR_MILLIS));
    }

    /** Somebody has begun to work with the household, if that was told. */
    void workOpened(boolean told) {
        openWork += told ? 1 : 0;
    }

    void workClosed(boolean told) {
        openWork -= told ? 1 : 0;
    }

    /** What it came to; the first of several counts, and none of which nobody knows yet. */
    void cameTo(Outcome what, long day, boolean told) {
        if (told && outcome == Outcome.NONE) {
            outcome = what;
            outcomeDay = day;
        }
    }

    void missedInstalment(long dueDay) {
        if (firstMissed == 0) {
            firstMissed = dueDay;
        }
        lastMissed = dueDay;
    }

    /** From this day on the household holds the combination, until the end. */
    void holdsCombination(long since, String oneMoreBlow) {
        combinationSince = since;
        blow = oneMoreBlow;
    }

    /** What is true of it at the end. */
    Truth truth() {
        return new Truth(home, openWork > 0, combinationSince, blow, firstMissed, lastMissed, outcome, outcomeDay);
    }
}

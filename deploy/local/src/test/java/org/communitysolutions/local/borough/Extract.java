package org.communitysolutions.local.borough;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Accounts of the borough as a revenues system exports them, and what is to come of them.
 *
 * @param households for intake: all homes but the new one
 * @param councilTax for debt-advice: all homes, one line malformed
 * @param malformedLine where it stands in the file, from 1
 * @param malformedUprn whose it is; it would have raised a task
 * @param newUprn the home that nobody registered
 * @param missedTwice the homes that a task is to be raised for
 * @param behindOnce homes that missed one instalment and were sent nothing yet
 * @param paidUp homes that owe nothing
 */
public record Extract(
        String households,
        String councilTax,
        int malformedLine,
        String malformedUprn,
        String newUprn,
        SortedSet<String> missedTwice,
        SortedSet<String> behindOnce,
        SortedSet<String> paidUp,
        SortedSet<String> atCourtWithChildren) {

    private static final long SEED = 7;
    private static final Set<String> AT_COURT = Set.of("summons", "liability-order", "enforcement");

    /** 500 accounts, of which one line is malformed and one home is new. */
    public static Extract of500Accounts(LocalDate asAt) {
        Extract whole = ofAccounts(asAt, 0, 500);
        String malformed = whole.missedTwice.first();
        String unknown = whole.missedTwice.last();
        TreeSet<String> missedTwice = new TreeSet<>(whole.missedTwice);
        missedTwice.remove(malformed);
        TreeSet<String> atCourtWithChildren = new TreeSet<>(whole.atCourtWithChildren);
        atCourtWithChildren.removeAll(List.of(malformed, unknown));
        int line = lineOf(whole.councilTax, malformed);
        return new Extract(
                whole.households.replaceAll(unknown + ".*\n", ""),
                whole.councilTax.replaceAll("(," + malformed + ",.*),[0-9.]+,([a-z-]+,[0-9-]+)\n", "$1,twelve,$2\n"),
                line,
                malformed,
                unknown,
                missedTwice,
                whole.behindOnce,
                whole.paidUp,
                atCourtWithChildren);
    }

    /** The accounts from one place in the borough up to, and without, another. */
    public static Extract ofAccounts(LocalDate asAt, int from, int to) {
        Borough borough = new Borough(SEED, asAt);
        BoroughFiles files = new BoroughFiles(borough);
        return new Extract(
                files.households(from, to),
                files.councilTax(from, to),
                0,
                "",
                "",
                uprns(borough, from, to, home -> home.councilTax().missed() >= 2),
                uprns(
                        borough,
                        from,
                        to,
                        home -> home.councilTax().missed() == 1
                                && home.councilTax().stage().equals("none")),
                uprns(borough, from, to, home -> home.councilTax().missed() == 0),
                uprns(
                        borough,
                        from,
                        to,
                        home -> home.children() > 0
                                && AT_COURT.contains(home.councilTax().stage())));
    }

    private static SortedSet<String> uprns(Borough borough, int from, int to, Predicate<Home> which) {
        return borough.homes(from, to).filter(which).map(Home::uprn).collect(Collectors.toCollection(TreeSet::new));
    }

    private static int lineOf(String csv, String uprn) {
        String before = csv.substring(0, csv.indexOf("," + uprn + ","));
        return (int) before.lines().count();
    }
}

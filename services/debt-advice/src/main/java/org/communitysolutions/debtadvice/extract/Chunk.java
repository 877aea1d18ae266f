package org.communitysolutions.debtadvice.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.communitysolutions.debtadvice.extract.ReportedLine.Outcome;
import org.communitysolutions.debtadvice.extract.domain.Account;
import org.communitysolutions.debtadvice.extract.domain.CouncilTaxReading;
import org.communitysolutions.debtadvice.extract.domain.Reading;
import org.communitysolutions.debtadvice.extract.domain.Refusal;
import org.communitysolutions.debtadvice.extract.domain.Signal;
import org.communitysolutions.debtadvice.extract.domain.Taking;
import org.communitysolutions.debtadvice.extract.events.SignalAnnouncements;
import org.communitysolutions.debtadvice.extract.persistence.AccountRows.Stored;
import org.communitysolutions.debtadvice.extract.persistence.AccountRows.Told;
import org.communitysolutions.debtadvice.extract.persistence.ExtractRows;
import org.communitysolutions.debtadvice.extract.persistence.LineRows.Pending;
import org.communitysolutions.debtadvice.extract.persistence.LineRows.Settled;
import org.communitysolutions.shared.messaging.Announcement;
import org.communitysolutions.shared.transactions.Uuid7;

/** What some lines of an extract come to, given the accounts and households that are known. */
final class Chunk {

    private static final Refusal TWICE = Refusal.ofLine(
            "account-twice", "The account stands on an earlier line of this file already; that one counts.");

    private final UUID extract;
    private final Map<String, Account> accounts = new HashMap<>();
    private final List<Told> missed = new ArrayList<>();
    private final List<Announcement> announcements = new ArrayList<>();
    private final List<Settled> lines = new ArrayList<>();
    private int opened;

    private Chunk(UUID extract) {
        this.extract = extract;
    }

    /**
     * Takes the lines in their order.
     *
     * @param known the accounts that they name, as far as they are known, by reference
     * @param households who lives at the homes of new and moved accounts, by UPRN
     */
    static Chunk decide(UUID extract, List<Pending> lines, Map<String, Stored> known, Map<String, UUID> households) {
        Chunk chunk = new Chunk(extract);
        for (Pending line : lines) {
            Optional<Stored> stored =
                    Optional.ofNullable(known.get(line.reading().accountReference()));
            chunk.settle(line.number(), chunk.take(line.reading(), stored, households));
        }
        chunk.announcements.sort(Comparator.comparing(Announcement::occurredAt));
        return chunk;
    }

    List<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    List<Told> missed() {
        return missed;
    }

    /** In the order in which it happened. */
    List<Announcement> announcements() {
        return announcements;
    }

    List<Settled> lines() {
        return lines;
    }

    ExtractRows.Advance advance(UUID id) {
        return new ExtractRows.Advance(
                id,
                lines.getLast().number(),
                count(Outcome.TAKEN),
                count(Outcome.UNCHANGED),
                count(Outcome.REFUSED),
                opened,
                announcements.size());
    }

    private Taking take(Reading reading, Optional<Stored> stored, Map<String, UUID> households) {
        boolean named = stored.isPresent() && stored.get().extract().equals(extract);
        if (named || accounts.containsKey(reading.accountReference())) {
            return new Taking.Refused(TWICE);
        }
        if (stored.isEmpty()) {
            opened++;
            return Account.open(Uuid7.next(), households.get(reading.uprn()), reading);
        }
        Account account = stored.get().account();
        UUID household = account.isAt(reading.uprn()) ? account.household() : households.get(reading.uprn());
        Set<Integer> told = reading instanceof CouncilTaxReading councilTax
                ? stored.get().told().getOrDefault(councilTax.year().toString(), Set.of())
                : Set.of();
        return account.take(reading, household, told);
    }

    private void settle(int number, Taking taking) {
        switch (taking) {
            case Taking.Taken taken -> {
                keep(taken.account());
                taken.signals().forEach(signal -> announce(taken.account(), signal));
                lines.add(new Settled(number, Outcome.TAKEN, Optional.empty()));
            }
            case Taking.Unchanged unchanged -> {
                keep(unchanged.account());
                lines.add(new Settled(number, Outcome.UNCHANGED, Optional.empty()));
            }
            case Taking.Refused refused ->
                lines.add(new Settled(number, Outcome.REFUSED, Optional.of(refused.refusal())));
        }
    }

    private void keep(Account account) {
        accounts.put(account.latest().accountReference(), account);
    }

    private void announce(Account account, Signal signal) {
        announcements.add(SignalAnnouncements.of(account, signal));
        if (signal instanceof Signal.InstalmentMissed instalment) {
            missed.add(new Told(account.id(), instalment));
        }
    }

    private int count(Outcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }
}

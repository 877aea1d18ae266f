package org.communitysolutions.local.borough;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The borough as the files that other systems would export. Amounts are pounds with two decimals, dates ISO 8601. */
final class BoroughFiles {

    private static final String COUNCIL_TAX = "account_ref,uprn,financial_year,instalment_amount,first_due_date,"
            + "instalments_due,instalments_paid,balance,recovery_stage,as_at";

    private final Borough borough;

    BoroughFiles(Borough borough) {
        this.borough = borough;
    }

    /** Households as intake imports them. */
    String households(int from, int to) {
        return file("uprn,occupied_from,ward,tenure,adults,children", borough.homes(from, to), this::household);
    }

    private String household(Home home) {
        return row(home.uprn(), home.occupiedFrom(), home.ward(), home.tenure().code(), home.adults(), home.children());
    }

    /** Council-tax accounts as debt-advice's generic mapping reads them. */
    String councilTax(int from, int to) {
        return file(COUNCIL_TAX, borough.homes(from, to), home -> account(home, home.councilTax()));
    }

    /** The accounts of these homes, had they not paid their last two instalments. */
    String councilTaxBehindByTwo(List<Home> homes) {
        return file(
                COUNCIL_TAX,
                homes.stream(),
                home -> account(home, home.councilTax().behindBy(2)));
    }

    private String account(Home home, Home.CouncilTax account) {
        return row(
                account.reference(),
                home.uprn(),
                borough.financialYear(),
                pounds(account.instalmentPence()),
                borough.firstInstalment(),
                account.due(),
                account.paid(),
                pounds(account.overduePence()),
                account.stage(),
                borough.asAt());
    }

    /** Rent accounts as debt-advice's generic mapping reads them. */
    String rent(int from, int to) {
        return file(
                "account_ref,uprn,weekly_rent,balance,as_at",
                borough.homes(from, to).filter(home -> home.rent().isPresent()),
                this::rentAccount);
    }

    private String rentAccount(Home home) {
        Home.Rent account = home.rent().orElseThrow();
        return row(
                account.reference(),
                home.uprn(),
                pounds(account.weeklyPence()),
                pounds(account.overduePence()),
                borough.asAt());
    }

    private static String file(String header, Stream<Home> homes, Function<Home, String> row) {
        return Stream.concat(Stream.of(header), homes.map(row)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String row(Object... fields) {
        return Stream.of(fields).map(Object::toString).collect(Collectors.joining(","));
    }

    private static String pounds(long pence) {
        return BigDecimal.valueOf(pence, 2).toPlainString();
    }
}

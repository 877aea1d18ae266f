package org.communitysolutions.local.borough;

import java.time.LocalDate;
import java.util.List;

/** Homes of the invented borough and their falling behind, as the files that a council's systems would export. */
public final class ArrearsFiles {

    private final Borough borough;
    private final BoroughFiles files;

    /** @param asAt the day that the accounts speak of */
    public ArrearsFiles(LocalDate asAt) {
        borough = new Borough(BoroughLoad.SEED, asAt);
        files = new BoroughFiles(borough);
    }

    /** So many households, as intake imports them. */
    public String households(int homes) {
        return files.households(0, homes);
    }

    /** The council-tax accounts from one home up to, and without, another, had none of them paid its last two instalments. */
    public String behindByTwo(int from, int to) {
        return files.councilTaxBehindByTwo(borough.homes(from, to).toList());
    }

    /** The UPRNs of the homes from one up to, and without, another, in their order. */
    public List<String> uprns(int from, int to) {
        return borough.homes(from, to).map(Home::uprn).toList();
    }
}

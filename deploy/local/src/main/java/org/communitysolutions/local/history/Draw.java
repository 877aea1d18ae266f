package org.communitysolutions.local.history;

import java.util.SplittableRandom;
import java.util.UUID;

/** What is left to chance, the same for the same seed. */
final class Draw {

    private final SplittableRandom random;

    Draw(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Spreads a number over all 64 bits: the finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
    static long mix(long number) {
        long mixed = number + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }

    /** Whether something happens that does in so many of one. */
    boolean happens(double share) {
        return random.nextDouble() < share;
    }

    /** At least the one, at most the other; the one where the other is less. */
    int between(int least, int most) {
        return most <= least ? least : random.nextInt(least, most + 1);
    }

    /** From 0 up to, and without, 1. */
    double point() {
        return random.nextDouble();
    }

    String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** A random UUID, version 4. */
    UUID id() {
        long high = (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000;
        long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}

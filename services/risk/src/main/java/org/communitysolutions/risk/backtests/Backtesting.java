package org.communitysolutions.risk.backtests;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How backtests are run. */
@ConfigMapping(prefix = "backtests")
public interface Backtesting {

    /** Threads that try rules on households at once. */
    @WithDefault("2")
    int threads();

    /** Rows of households that are read at once: up to two a household. At least 3. */
    @WithDefault("2000")
    int part();

    /** For how long nothing is heard of a run before another instance takes it up. */
    @WithDefault("15s")
    Duration takenUpAfter();

    /** How often a run is taken up before it is given up. */
    @WithDefault("3")
    int attempts();

    /** The longest period, in days. */
    @WithDefault("1830")
    int longestDays();
}

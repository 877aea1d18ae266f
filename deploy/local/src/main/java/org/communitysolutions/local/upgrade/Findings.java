package org.communitysolutions.local.upgrade;

import java.util.List;
import java.util.Locale;

/**
 * What a rehearsal found.
 *
 * @param brokenOff why the change could not be made whole; empty if it was
 * @param duringTheChange requests from its beginning on, the quickest first
 * @param failures how each request that failed did so
 * @param writesLost acknowledged, and not there
 * @param writesDoubled there, and not acknowledged; or there more than once
 * @param tasksExpected one for each household whose falling behind was acknowledged
 * @param tasksAstray of which risk and case-management do not tell the same
 * @param longestToTask milliseconds from the commit of an account to that of its task
 * @param seconds under load
 */
record Findings(
        String brokenOff,
        int requests,
        List<Load.Answered> duringTheChange,
        List<String> failures,
        int writesLost,
        int writesDoubled,
        int tasksExpected,
        int tasksLost,
        int tasksDoubled,
        long tasksAstray,
        long longestToTask,
        long seconds) {

    private static final int SHOWN = 10;

    boolean isGood() {
        return brokenOff.isEmpty()
                && failures.isEmpty()
                && writesLost + writesDoubled + tasksLost + tasksDoubled + tasksAstray == 0
                && tasksExpected > 0;
    }

    /** As name=value, after what went wrong. */
    String describe() {
        StringBuilder text = new StringBuilder();
        if (!brokenOff.isEmpty()) {
            text.append("Broken off: ").append(brokenOff).append('\n');
        }
        failures.stream()
                .limit(SHOWN)
                .forEach(failure -> text.append("Failed: ").append(failure).append('\n'));
        duringTheChange.reversed().stream()
                .limit(SHOWN)
                .forEach(slow -> text.append(String.format(
                        Locale.ROOT,
                        "Slow: %s, sent after %d s, took %.1f s%n",
                        slow.what(),
                        slow.sent().toSeconds(),
                        slow.took().toMillis() / 1000.0)));
        return text.append(String.format(
                        Locale.ROOT,
                        """
                        requests=%d
                        failed_requests=%d
                        writes_lost=%d
                        writes_doubled=%d
                        tasks_expected=%d
                        tasks_lost=%d
                        tasks_doubled=%d
                        tasks_astray=%d
                        request_p50_ms=%d
                        request_p99_ms=%d
                        longest_request_ms=%d
                        longest_account_to_task_ms=%d
                        seconds=%d\
                        """,
                        requests,
                        failures.size(),
                        writesLost,
                        writesDoubled,
                        tasksExpected,
                        tasksLost,
                        tasksDoubled,
                        tasksAstray,
                        took(0.5),
                        took(0.99),
                        took(1),
                        longestToTask,
                        seconds))
                .toString();
    }

    /** Milliseconds within which such a share of the requests was answered once the change had begun. */
    private long took(double share) {
        int last = (int) Math.ceil(share * duringTheChange.size()) - 1;
        return duringTheChange.isEmpty() ? 0 : duringTheChange.get(last).took().toMillis();
    }
}

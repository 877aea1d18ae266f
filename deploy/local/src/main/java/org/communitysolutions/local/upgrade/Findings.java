package org.communitysolutions.local.upgrade;

import java.util.List;
import java.util.Locale;

/**
 * What a rehearsal found.
 *
 * @param brokenOff why the change could not be made whole; empty if it was
 * @param failures how each request that failed did so
 * @param writesLost acknowledged, and not there
 * @param writesDoubled there, and not acknowledged; or there more than once
 * @param tasksExpected one for each household that fell behind
 * @param tasksAstray of which risk and case-management do not tell the same
 * @param longestRequest milliseconds until an answer
 * @param longestToTask milliseconds from the commit of an account to that of its task
 * @param seconds under load
 */
record Findings(
        String brokenOff,
        int requests,
        List<String> failures,
        int writesLost,
        int writesDoubled,
        int tasksExpected,
        int tasksLost,
        int tasksDoubled,
        long tasksAstray,
        long longestRequest,
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
                        longestRequest,
                        longestToTask,
                        seconds))
                .toString();
    }
}

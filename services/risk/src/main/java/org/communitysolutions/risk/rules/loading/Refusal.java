package org.communitysolutions.risk.rules.loading;

/**
 * One thing that is wrong with a file of factors or rules.
 *
 * @param line 1 or more
 * @param column 1 or more
 * @param expected what stands there and what was expected
 */
public record Refusal(String file, int line, int column, String expected) {

    @Override
    public String toString() {
        return "%s line %d: %s".formatted(file, line, expected);
    }
}

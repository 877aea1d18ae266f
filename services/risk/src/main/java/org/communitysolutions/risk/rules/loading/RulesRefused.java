package org.communitysolutions.risk.rules.loading;

/** A file of factors or rules that cannot be used as it is. The message names file, line and what was expected. */
public class RulesRefused extends RuntimeException {

    RulesRefused(String file, int line, String message) {
        super("%s line %d: %s".formatted(file, line, message));
    }

    RulesRefused(String file, String message, Throwable cause) {
        super("%s: %s".formatted(file, message), cause);
    }
}

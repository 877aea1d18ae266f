package org.communitysolutions.risk.editions;

/** The edition that counts cannot be read with the vocabulary of this release; nothing can be evaluated. */
public final class EditionUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EditionUnusable(String version, Throwable cause) {
        super("The edition %s does not suit the vocabulary of this release".formatted(version), cause);
    }
}

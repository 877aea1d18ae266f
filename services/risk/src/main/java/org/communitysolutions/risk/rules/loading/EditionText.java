package org.communitysolutions.risk.rules.loading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An edition as people write it: a file of factors and one of rules. */
public record EditionText(Source factors, Source rules) {

    /**
     * One of the two.
     *
     * @param name what refusals call it
     * @param text YAML
     */
    public record Source(String name, String text) {}

    /** Tells this text from every other: SHA-256 of both files, in hexadecimal digits. */
    public String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(factors.text().getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            return HexFormat.of().formatHex(sha.digest(rules.text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    public static EditionText of(String factors, String rules) {
        return new EditionText(new Source("factors", factors), new Source("rules", rules));
    }
}

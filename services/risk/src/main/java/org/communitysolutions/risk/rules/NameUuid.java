package org.communitysolutions.risk.rules;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Identifiers made of a name, the same each time (RFC 9562, version 5). */
public final class NameUuid {

    /** Looking the algorithm up costs more than the digest itself. */
    private static final ThreadLocal<MessageDigest> SHA_1 = ThreadLocal.withInitial(NameUuid::sha1);

    private NameUuid() {}

    public static UUID of(UUID namespace, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer named = ByteBuffer.allocate(16 + text.length)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .put(text);
        ByteBuffer digest = ByteBuffer.wrap(SHA_1.get().digest(named.array()));
        long high = (digest.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        long low = (digest.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }
}

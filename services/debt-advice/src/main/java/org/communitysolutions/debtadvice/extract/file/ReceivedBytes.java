package org.communitysolutions.debtadvice.extract.file;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of an upload on their way: counted, held to a limit, and their SHA-256 computed. */
public final class ReceivedBytes extends InputStream {

    private final InputStream source;
    private final long most;
    private final MessageDigest digest;
    private long count;

    /**
     * Reads from that source.
     *
     * @param most how many bytes are taken
     */
    public ReceivedBytes(InputStream source, long most) {
        this.source = source;
        this.most = most;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    public long count() {
        return count;
    }

    /** The SHA-256 of all bytes, in hexadecimal; to be asked once, at the end. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = source.read(into, offset, length);
        if (read > 0) {
            count += read;
            if (count > most) {
                throw tooLarge(most);
            }
            digest.update(into, offset, read);
        }
        return read;
    }

    /** The refusal of a body of more than that many bytes. */
    public static FileRefused tooLarge(long most) {
        return new FileRefused(
                FileRefused.Reason.TOO_LARGE,
                "This address takes files of %,d bytes at most. Nothing of the file is applied.".formatted(most));
    }
}

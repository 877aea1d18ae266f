package org.communitysolutions.debtadvice.extract.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.communitysolutions.debtadvice.extract.file.FileRefused.Reason;

/**
 * Decodes a file without guessing: the first byte that is none of its encoding is named and refuses the file. A byte
 * order mark of UTF-8 is passed over. What one record may take is bounded, so that a quote that is never closed does
 * not fill the memory.
 */
final class StrictReader extends Reader {

    private static final int BUFFER = 1 << 16;

    private final InputStream source;
    private final Charset charset;
    private final int mostOfRecord;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private boolean began;
    private boolean ended;
    private long decoded;
    private long lineFeeds;
    private long sinceRecord;
    private char last = '\n';

    StrictReader(InputStream source, Charset charset, int mostOfRecord) {
        this.source = source;
        this.charset = charset;
        this.mostOfRecord = mostOfRecord;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Tells that a record ended, so that the next may take its own share. */
    void recordEnds() {
        sinceRecord = 0;
    }

    /** Whether the last character so far ends a line. */
    boolean endsLine() {
        return last == '\n' || last == '\r';
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(into, offset, length);
        while (true) {
            if (!began) {
                begin();
            }
            int before = bytes.position();
            CoderResult result = decoder.decode(bytes, chars, ended);
            count(before, bytes.position());
            if (result.isError()) {
                throw undecodable();
            }
            if (chars.position() > 0) {
                return taken(into, offset, chars.position());
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    @Override
    public void close() {
        // The source belongs to the request, which ends it.
    }

    private int taken(char[] into, int offset, int read) {
        last = into[offset + read - 1];
        sinceRecord += read;
        if (sinceRecord > mostOfRecord + (long) BUFFER) {
            throw new FileRefused(
                    Reason.UNTERMINATED_QUOTE,
                    "Up to line %,d a record is longer than %,d characters: a quote seems to be opened and not closed. Nothing of the file is applied."
                            .formatted(lineFeeds + 1, mostOfRecord));
        }
        return read;
    }

    private void begin() throws IOException {
        began = true;
        while (!ended && bytes.remaining() < 3) {
            fill();
        }
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            if (!charset.equals(StandardCharsets.UTF_8)) {
                throw new FileRefused(
                        Reason.UNDECODABLE,
                        "The file begins with the byte order mark of UTF-8, the mapping says %s."
                                .formatted(charset.name()));
            }
            bytes.position(3);
            decoded = 3;
        } else if (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF)) {
            throw new FileRefused(
                    Reason.UNDECODABLE,
                    "The file begins with the byte order mark of UTF-16; the mapping says %s. Save it as that."
                            .formatted(charset.name()));
        }
    }

    private boolean startsWith(int... mark) {
        if (bytes.remaining() < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes.get(i) & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = source.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
    }

    private void count(int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes.get(i) == '\n') {
                lineFeeds++;
            }
        }
        decoded += to - from;
    }

    private FileRefused undecodable() {
        int code = bytes.get(bytes.position()) & 0xff;
        String where = "Line %,d, byte %,d of the file: 0x%02X is not %s."
                .formatted(lineFeeds + 1, decoded + 1, code, charset.name());
        return new FileRefused(
                Reason.UNDECODABLE, where + WindowsCharacter.hint(charset, code) + " Nothing of the file is applied.");
    }
}

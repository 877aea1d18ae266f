package org.communitysolutions.local.bench;

import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyIn;

/** Rows in the binary form of PostgreSQL's COPY, sent as they grow. */
final class BinaryRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int SENT_AT_ONCE = 256 * 1024;
    /** PostgreSQL counts from 1 January 2000. */
    private static final long EPOCH_MILLIS = 946_684_800_000L;

    private byte[] bytes = new byte[SENT_AT_ONCE + 16 * 1024];
    private int length;
    private CopyIn copy;

    BinaryRows begin(CopyIn into) {
        copy = into;
        length = 0;
        raw(SIGNATURE);
        int32(0);
        int32(0);
        return this;
    }

    BinaryRows row(int columns) throws SQLException {
        if (length >= SENT_AT_ONCE) {
            send();
        }
        int16(columns);
        return this;
    }

    long end() throws SQLException {
        int16(-1);
        send();
        return copy.endCopy();
    }

    private void send() throws SQLException {
        copy.writeToCopy(bytes, 0, length);
        length = 0;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    private void raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    private void int16(int value) {
        room(2);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void int32(int value) {
        int16(value >>> 16);
        int16(value);
    }

    private void int64(long value) {
        int32((int) (value >>> 32));
        int32((int) value);
    }

    BinaryRows missing() {
        int32(-1);
        return this;
    }

    BinaryRows uuid(long high, long low) {
        int32(16);
        int64(high);
        int64(low);
        return this;
    }

    /** A text, or bytes. */
    BinaryRows bytes(byte[] value) {
        int32(value.length);
        raw(value);
        return this;
    }

    BinaryRows bytes(byte[] value, int count) {
        int32(count);
        room(count);
        System.arraycopy(value, 0, bytes, length, count);
        length += count;
        return this;
    }

    /** A jsonb, from its text: version 1 of the form. */
    BinaryRows json(byte[] value) {
        int32(value.length + 1);
        room(1);
        bytes[length++] = 1;
        raw(value);
        return this;
    }

    BinaryRows timestamp(long millis) {
        int32(8);
        int64((millis - EPOCH_MILLIS) * 1_000);
        return this;
    }

    BinaryRows flag(boolean value) {
        int32(1);
        room(1);
        bytes[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    BinaryRows smallint(int value) {
        int32(2);
        int16(value);
        return this;
    }

    BinaryRows integer(int value) {
        int32(4);
        int32(value);
        return this;
    }
}

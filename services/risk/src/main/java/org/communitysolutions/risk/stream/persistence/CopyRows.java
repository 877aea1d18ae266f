package org.communitysolutions.risk.stream.persistence;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows on their way into a table by PostgreSQL's COPY in binary form (PostgreSQL documentation, COPY, "Binary Format"):
 * the server takes them a page at a time, and neither side reads or writes text. Call {@link #row} and then the fields in
 * the order of the columns; null is SQL's null wherever an object is taken.
 */
final class CopyRows implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final Instant EPOCH_2000 = Instant.parse("2000-01-01T00:00:00Z");
    private static final long EPOCH_2000_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final int CHUNK = 1 << 16;
    private static final VarHandle BIG_ENDIAN_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle BIG_ENDIAN_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final CopyIn copy;
    private byte[] buffer = new byte[CHUNK / 16];
    private int at;

    /**
     * Begins to copy.
     *
     * @param columns the table and its columns: {@code lane (lane, epoch)}
     */
    CopyRows(Connection connection, String columns) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + columns + " from stdin (format binary)");
        put(SIGNATURE);
        putInt(0);
        putInt(0);
    }

    CopyRows row(int fields) throws SQLException {
        if (at >= CHUNK) {
            copy.writeToCopy(buffer, 0, at);
            at = 0;
        }
        putShort(fields);
        return this;
    }

    CopyRows uuid(UUID value) {
        if (value == null) {
            return none();
        }
        putInt(16);
        putLong(value.getMostSignificantBits());
        putLong(value.getLeastSignificantBits());
        return this;
    }

    CopyRows text(String value) {
        return value == null ? none() : bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    CopyRows bytes(byte[] value) {
        if (value == null) {
            return none();
        }
        putInt(value.length);
        put(value);
        return this;
    }

    /** A text of JSON for a column of type jsonb. */
    CopyRows jsonb(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        putInt(text.length + 1);
        put((byte) 1);
        put(text);
        return this;
    }

    /** For timestamptz; what is finer than a microsecond is cut off. */
    CopyRows timestamp(Instant value) {
        if (value == null) {
            return none();
        }
        putInt(8);
        putLong(ChronoUnit.MICROS.between(EPOCH_2000, value));
        return this;
    }

    CopyRows date(LocalDate value) {
        putInt(4);
        putInt((int) (value.toEpochDay() - EPOCH_2000_DAY));
        return this;
    }

    CopyRows bool(boolean value) {
        putInt(1);
        put((byte) (value ? 1 : 0));
        return this;
    }

    CopyRows integer(Integer value) {
        if (value == null) {
            return none();
        }
        putInt(4);
        putInt(value);
        return this;
    }

    CopyRows smallint(int value) {
        putInt(2);
        putShort(value);
        return this;
    }

    private CopyRows none() {
        putInt(-1);
        return this;
    }

    /** Ends the rows; returns how many the server took. */
    long end() throws SQLException {
        putShort(-1);
        copy.writeToCopy(buffer, 0, at);
        at = 0;
        return copy.endCopy();
    }

    /** Lets go of a copy that did not come to its end. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void put(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, at, bytes.length);
        at += bytes.length;
    }

    private void put(byte one) {
        room(1);
        buffer[at++] = one;
    }

    private void putShort(int value) {
        room(2);
        buffer[at++] = (byte) (value >> 8);
        buffer[at++] = (byte) value;
    }

    private void putInt(int value) {
        room(4);
        BIG_ENDIAN_INT.set(buffer, at, value);
        at += 4;
    }

    private void putLong(long value) {
        room(8);
        BIG_ENDIAN_LONG.set(buffer, at, value);
        at += 8;
    }

    private void room(int more) {
        if (at + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, at + more));
        }
    }
}

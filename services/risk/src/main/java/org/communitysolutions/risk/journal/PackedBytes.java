package org.communitysolutions.risk.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers of seven bits a byte, lowest first, the high bit saying that more follows; eight bytes for what has no small values. */
final class PackedBytes {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private PackedBytes() {}

    /** Writes behind what is there. */
    static final class Writer {

        private byte[] bytes;
        private int size;

        Writer(byte[] before, int room) {
            bytes = Arrays.copyOf(before, before.length + room);
            size = before.length;
        }

        void clear() {
            size = 0;
        }

        int size() {
            return size;
        }

        byte[] toBytes() {
            return Arrays.copyOf(bytes, size);
        }

        /** A number of nil or more. */
        void number(long value) {
            room(10);
            long left = value;
            while ((left & ~0x7fL) != 0) {
                bytes[size++] = (byte) (left | 0x80);
                left >>>= 7;
            }
            bytes[size++] = (byte) left;
        }

        /** Any number; those near nil are short. */
        void signed(long value) {
            number(value << 1 ^ value >> 63);
        }

        void fixed(long value) {
            room(8);
            LONG.set(bytes, size, value);
            size += 8;
        }

        void bytes(byte[] more) {
            bytes(more, more.length);
        }

        void bytes(Writer other) {
            bytes(other.bytes, other.size);
        }

        private void bytes(byte[] more, int length) {
            room(length);
            System.arraycopy(more, 0, bytes, size, length);
            size += length;
        }

        private void room(int more) {
            if (size + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
            }
        }
    }

    /** Reads from the beginning. */
    static final class Reader {

        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean hasMore() {
            return at < bytes.length;
        }

        /** Where that many bytes from here on end. */
        int end(int length) {
            return at + length;
        }

        void moveTo(int position) {
            at = position;
        }

        long number() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes[at++];
                value |= (next & 0x7fL) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }

        long signed() {
            long value = number();
            return value >>> 1 ^ -(value & 1);
        }

        long fixed() {
            long value = (long) LONG.get(bytes, at);
            at += 8;
            return value;
        }

        String text(int length) {
            String text = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
            return text;
        }
    }
}

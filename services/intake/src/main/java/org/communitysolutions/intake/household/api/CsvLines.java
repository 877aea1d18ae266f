package org.communitysolutions.intake.household.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a CSV file, one at a time and none longer than {@link #LONGEST}, in strict UTF-8 with or without a byte
 * order mark. Fields stand between commas, each may stand in quotation marks; none of ours holds a comma or a line end.
 */
final class CsvLines {

    /** Bytes; our longest line has fewer than a hundred. */
    static final int LONGEST = 1_000;

    private static final int END = -1;
    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream file;
    private final byte[] buffer = new byte[65_536];
    private final byte[] line = new byte[LONGEST];
    private int position;
    private int filled;
    private long number;

    /**
     * One line, blank ones left out.
     *
     * @param number counted from 1
     * @param fields what stands between the commas, without surrounding blanks and quotation marks
     * @param fault why it cannot be read, if it cannot
     */
    record Line(long number, List<String> fields, Optional<String> fault) {

        private static Line faulty(long number, String fault) {
            return new Line(number, List.of(), Optional.of(fault));
        }
    }

    CsvLines(InputStream file) {
        this.file = file;
    }

    /** The next line that is not blank, or empty at the end of the file. */
    Optional<Line> next() {
        while (peek() != END) {
            Line read = readLine();
            if (read.fault().isPresent() || !read.fields().equals(List.of(""))) {
                return Optional.of(read);
            }
        }
        return Optional.empty();
    }

    private Line readLine() {
        number++;
        int length = 0;
        boolean tooLong = false;
        for (int next = read(); next != END && next != '\n'; next = read()) {
            if (length < LONGEST) {
                line[length++] = (byte) next;
            } else {
                tooLong = true;
            }
        }
        if (tooLong) {
            return Line.faulty(number, "is longer than %d bytes".formatted(LONGEST));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line, 0, length))
                    .toString();
            return new Line(number, fields(text), Optional.empty());
        } catch (CharacterCodingException e) {
            return Line.faulty(number, "is not in UTF-8");
        }
    }

    private List<String> fields(String text) {
        boolean marked = number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        List<String> fields = new ArrayList<>();
        for (String field : (marked ? text.substring(1) : text).split(",", -1)) {
            fields.add(unquoted(field.strip()));
        }
        return fields;
    }

    private static String unquoted(String field) {
        return field.length() > 1 && field.startsWith("\"") && field.endsWith("\"")
                ? field.substring(1, field.length() - 1).strip()
                : field;
    }

    private int peek() {
        fill();
        return position < filled ? buffer[position] & 0xff : END;
    }

    private int read() {
        fill();
        return position < filled ? buffer[position++] & 0xff : END;
    }

    private void fill() {
        if (position < filled) {
            return;
        }
        try {
            position = 0;
            filled = Math.max(0, file.read(buffer));
        } catch (IOException e) {
            throw new UncheckedIOException("The file broke off after line " + number, e);
        }
    }
}

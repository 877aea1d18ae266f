package org.communitysolutions.debtadvice.extract.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.communitysolutions.debtadvice.extract.file.FileRefused.Reason;
import org.communitysolutions.debtadvice.extract.mapping.ExtractMapping;

/**
 * An extract as it arrives: CSV (RFC 4180), read line by line and never held whole. Whatever makes the structure of the
 * file doubtful refuses all of it; whatever is wrong within one line refuses that line.
 */
public final class ExtractFile {

    private static final int MOST_OF_RECORD = 100_000;

    private final StrictReader reader;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final LineCheck check;
    /** The record after the last one handed out, where it begins, and null at the end. */
    private CSVRecord ahead;

    private int aheadBegins;
    private int lines;
    private Optional<String> warning = Optional.empty();

    /**
     * Reads the header.
     *
     * @param asAt the day of the extract where no column says it
     * @throws FileRefused if there is none, or another than the mapping's
     * @throws IOException if the bytes stop arriving
     */
    public ExtractFile(ReceivedBytes bytes, ExtractMapping mapping, Bounds bounds, Optional<LocalDate> asAt)
            throws IOException {
        this.reader = new StrictReader(bytes, mapping.charset(), MOST_OF_RECORD);
        this.parser = CSVFormat.RFC4180
                .builder()
                .setDelimiter(mapping.delimiter())
                .get()
                .parse(reader);
        this.records = parser.iterator();
        advance();
        if (ahead == null) {
            throw new FileRefused(Reason.EMPTY_FILE, "The file has no first line with the names of its columns.");
        }
        this.check = new LineCheck(mapping, Header.of(ahead.toList(), mapping), bounds, asAt);
        advance();
    }

    /** How many lines came so far, without the header and without blank ones. */
    public int lines() {
        return lines;
    }

    /** What was odd about the file and was accepted all the same; to be asked at the end. */
    public Optional<String> warning() {
        return lines == 0 ? Optional.of("The file has no lines after its header.") : warning;
    }

    /**
     * The next line; empty at the end.
     *
     * @throws FileRefused if the file cannot be what it should be
     * @throws IOException if the bytes stop arriving
     */
    public Optional<CheckedLine> next() throws IOException {
        if (ahead == null) {
            return Optional.empty();
        }
        CheckedLine line = check.check(aheadBegins, ahead.toList());
        lines++;
        advance();
        if (ahead == null && !reader.endsLine()) {
            acceptLast(line);
        }
        return Optional.of(line);
    }

    /** A last line without a line end is taken only when nothing else speaks for a file that was cut off. */
    private void acceptLast(CheckedLine last) {
        if (last instanceof CheckedLine.Bad bad) {
            throw new FileRefused(
                    Reason.CUT_OFF,
                    "The last line, %,d, has no line end and is not complete: %s Nothing of the file is applied; send it again whole."
                            .formatted(last.number(), bad.refusal().sentence()));
        }
        warning = Optional.of(
                "The last line, %,d, has no line end. It is complete and was taken.".formatted(last.number()));
    }

    /** Goes to the next record that is not blank. */
    private void advance() throws IOException {
        do {
            reader.recordEnds();
            aheadBegins = Math.toIntExact(parser.getCurrentLineNumber() + 1);
            ahead = hasNext() ? records.next() : null;
        } while (ahead != null && ahead.size() == 1 && ahead.get(0).isBlank());
    }

    private boolean hasNext() throws IOException {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException malformed) {
                throw malformed(malformed);
            }
            throw e.getCause();
        }
    }

    private FileRefused malformed(CSVException malformed) {
        boolean endedInQuote = String.valueOf(malformed.getMessage()).contains("EOF reached");
        return endedInQuote
                ? new FileRefused(
                        Reason.UNTERMINATED_QUOTE,
                        "The record that begins on line %,d opens a quote that is not closed before the file ends. The file may be cut off; nothing of it is applied."
                                .formatted(aheadBegins))
                : new FileRefused(
                        Reason.MALFORMED_CSV,
                        "Line %,d: after a closing quote comes neither a delimiter nor the line's end. Nothing of the file is applied."
                                .formatted(parser.getCurrentLineNumber()));
    }
}

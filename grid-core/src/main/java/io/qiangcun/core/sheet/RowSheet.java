package io.qiangcun.core.sheet;

import io.qiangcun.core.error.RuleViolated;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a workbook, or a sheet saved as text, as somebody filled it in: its lines from the one with the headings
 * on. What is too large, or swells when it is unpacked, is not read.
 */
public record RowSheet(List<String> headings, List<Line> lines) {

    private static final int MOST_COLUMNS = 60;
    private static final int MEGABYTE = 1024 * 1024;
    private static final int HEADINGS_WITHIN = 10;
    private static final int BUFFER = 8192;
    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] OLD_WORKBOOK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    /** As many digits as a spreadsheet keeps; what stands behind them is the noise of its arithmetic. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final Pattern NOISY = Pattern.compile("-?\\d{1,15}\\.\\d{10,20}|-?\\d\\.\\d{1,20}[eE]-?\\d{1,2}");

    public RowSheet {
        headings = List.copyOf(headings);
        lines = List.copyOf(lines);
    }

    /**
     * How large a sheet may be. What it holds is kept in memory while it is read, so whoever asks for more knows why.
     *
     * @param megabytes of the workbook
     * @param unpacked megabytes of what is in it
     */
    public record Limits(int lines, int megabytes, int unpacked) {

        /** What people fill in by hand. */
        public static final Limits USUAL = new Limits(5000, 2, 40);
    }

    /** One line, by its number in the sheet. */
    public record Line(int number, List<Value> values) {

        public Line {
            values = List.copyOf(values);
        }

        /** Empty where there is no such column. */
        public Value at(int column) {
            return column >= 0 && column < values.size() ? values.get(column) : Value.NONE;
        }

        boolean isBlank() {
            return values.stream().allMatch(value -> value.text().isBlank());
        }
    }

    /**
     * What stands in a cell.
     *
     * @param day what it would be as a day, where it is a number
     */
    public record Value(String text, @Nullable LocalDate day) {

        static final Value NONE = new Value("", null);

        private static final String A_NUMBER = "\\d{4,6}(\\.\\d+)?";

        /** As somebody would type it: a day as a day, also where the spreadsheet keeps a number. */
        public String asTyped() {
            return day != null && text.matches(A_NUMBER) ? day.toString() : text;
        }
    }

    /** The sheet cannot be read, and why. */
    public static final class Unreadable extends RuleViolated {

        public Unreadable(String key, Object... arguments) {
            super("sheet", "core.sheet." + key, arguments);
        }
    }

    /** @param known the headings that are looked for; the line with most of them is theirs */
    public static RowSheet read(byte[] workbook, List<String> known, Limits most) {
        if (workbook.length > (long) most.megabytes() * MEGABYTE) {
            throw new Unreadable("too-large", most.megabytes());
        }
        if (startsWith(workbook, OLD_WORKBOOK)) {
            throw new Unreadable("old-workbook");
        }
        var read = startsWith(workbook, ZIP)
                ? linesOf(workbook, most)
                : SeparatedText.lines(workbook, most.lines() + HEADINGS_WITHIN, MOST_COLUMNS);
        if (read.size() > most.lines() + HEADINGS_WITHIN) {
            throw new Unreadable("too-many", most.lines());
        }
        return from(read, known, most);
    }

    private static boolean startsWith(byte[] file, byte[] signature) {
        return file.length >= signature.length
                && Arrays.equals(file, 0, signature.length, signature, 0, signature.length);
    }

    private static List<Line> linesOf(byte[] workbook, Limits most) {
        requireModest(workbook, most);
        var read = new ArrayList<Line>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook));
                var rows = book.getFirstSheet().openStream()) {
            var lines = rows.iterator();
            while (lines.hasNext()) {
                var line = line(lines.next());
                if (!line.isBlank()) {
                    read.add(line);
                }
                if (read.size() > most.lines() + HEADINGS_WITHIN) {
                    return read;
                }
            }
        } catch (IOException | ExcelReaderException | IllegalStateException | IndexOutOfBoundsException noWorkbook) {
            throw new Unreadable("not-a-workbook");
        }
        return read;
    }

    private static RowSheet from(List<Line> read, List<String> known, Limits most) {
        var at = -1;
        var matched = 0;
        for (var number = 0; number < Math.min(read.size(), HEADINGS_WITHIN); number++) {
            var texts = texts(read.get(number));
            var matching = (int)
                    known.stream().filter(label -> indexOf(texts, label) >= 0).count();
            if (matching > matched) {
                matched = matching;
                at = number;
            }
        }
        if (at < 0) {
            throw new Unreadable("no-headings");
        }
        var lines = read.subList(at + 1, read.size());
        if (lines.isEmpty()) {
            throw new Unreadable("empty");
        }
        if (lines.size() > most.lines()) {
            throw new Unreadable("too-many", most.lines());
        }
        return new RowSheet(texts(read.get(at)), lines);
    }

    private static List<String> texts(Line line) {
        return line.values().stream().map(value -> value.text().strip()).toList();
    }

    /** Where the column of the label is; notes in brackets behind it do not matter. */
    public int columnOf(String label) {
        return indexOf(headings, label);
    }

    private static int indexOf(List<String> headings, String label) {
        for (var at = 0; at < headings.size(); at++) {
            var heading = headings.get(at);
            if (heading.equalsIgnoreCase(label)
                    || heading.startsWith(label)
                            && heading.substring(label.length()).strip().matches("(?s)[(（\\[【*＊].*")) {
                return at;
            }
        }
        return -1;
    }

    private static Line line(Row row) {
        var values = new ArrayList<Value>();
        for (var at = 0; at < Math.min(row.getCellCount(), MOST_COLUMNS); at++) {
            values.add(row.getOptionalCell(at).map(RowSheet::value).orElse(Value.NONE));
        }
        return new Line(row.getRowNum(), values);
    }

    private static Value value(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            var number = (BigDecimal) cell.getValue();
            return new Value(number.round(DIGITS).stripTrailingZeros().toPlainString(), dayOf(number));
        }
        if (cell.getType() == CellType.ERROR) {
            return Value.NONE;
        }
        var text = cell.getText();
        if (text == null) {
            return Value.NONE;
        }
        if (cell.getType() == CellType.FORMULA && NOISY.matcher(text).matches()) {
            return new Value(
                    new BigDecimal(text).round(DIGITS).stripTrailingZeros().toPlainString(), null);
        }
        return new Value(unmarked(text), null);
    }

    /** What our own downloads put before a text that could be taken for a formula. */
    static String unmarked(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' ? text.substring(1) : text;
    }

    /** Days are numbers, counted from 30 December 1899. */
    private static @Nullable LocalDate dayOf(BigDecimal number) {
        var days = number.longValue();
        return days > 0 && days < 110_000 ? LocalDate.of(1899, 12, 30).plusDays(days) : null;
    }

    /** Reads it through once without keeping anything: what a workbook says about its own size proves nothing. */
    private static void requireModest(byte[] workbook, Limits most) {
        var unpacked = 0L;
        var buffer = new byte[BUFFER];
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                try (var content = zip.getInputStream(entry)) {
                    for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                        unpacked += read;
                        if (unpacked > (long) most.unpacked() * MEGABYTE) {
                            throw new Unreadable("too-large", most.megabytes());
                        }
                    }
                }
            }
        } catch (IOException noWorkbook) {
            throw new Unreadable("not-a-workbook");
        }
    }
}

package io.qiangcun.core.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A workbook with the rows of a list, written while they are read. Numbers stay numbers and days stay days; codes are
 * text, so that no digit is lost; text that a spreadsheet could take for a formula is made harmless.
 *
 * <pre>{@code Spreadsheet.named(title, rows).note(period).column("名称", Row::name).writeTo(response);}</pre>
 *
 * @param <R> the row
 */
public final class Spreadsheet<R> {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final int LONGEST_TEXT = 32_000;
    private static final int ROWS_HELD = 500;
    private static final int FILLED_IN = 2000;
    private static final String OFFERED = "_";

    private final String title;
    private final Iterable<? extends R> rows;
    private final List<String> notes = new ArrayList<>();
    private final List<Column<R>> columns = new ArrayList<>();

    private Spreadsheet(String title, Iterable<? extends R> rows) {
        this.title = title;
        this.rows = rows;
    }

    public static <R> Spreadsheet<R> named(String title, Iterable<? extends R> rows) {
        return new Spreadsheet<>(title, rows);
    }

    /** A line below the title: period, unit, who made it. */
    public Spreadsheet<R> note(String line) {
        notes.add(line);
        return this;
    }

    /** Numbers, days and moments are written as such, everything else as text. */
    public Spreadsheet<R> column(String head, Cell<? super R> value) {
        columns.add(new Column<>(head, value, List.of()));
        return this;
    }

    /** A column to be filled in; where words are offered, each of its cells lets one of them be chosen. */
    public Spreadsheet<R> column(String head, List<String> offered) {
        columns.add(new Column<>(head, row -> null, offered));
        return this;
    }

    /** As a download named after the title. */
    public void writeTo(HttpServletResponse response) throws IOException {
        response.setContentType(TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(title + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        writeTo(response.getOutputStream());
    }

    public void writeTo(OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Qiangcun", null);
                var sheet = book.newWorksheet(sheetName())) {
            write(sheet);
            if (columns.stream().anyMatch(column -> !column.offered().isEmpty())) {
                offer(sheet, book.newWorksheet(OFFERED));
            }
        }
    }

    /** The words stand on a hidden sheet: a list within the cell's own rule may have 255 characters only. */
    private void offer(Worksheet sheet, Worksheet words) throws IOException {
        words.setVisibilityState(VisibilityState.HIDDEN);
        for (int at = 0; at < columns.size(); at++) {
            var offered = columns.get(at).offered();
            for (int row = 0; row < offered.size(); row++) {
                words.value(row, at, harmless(offered.get(row)));
            }
            if (!offered.isEmpty()) {
                var first = notes.size() + 2;
                sheet.range(first, at, first + FILLED_IN, at)
                        .validateWithList(words.range(0, at, offered.size() - 1, at));
            }
        }
        words.finish();
    }

    private void write(Worksheet sheet) throws IOException {
        var last = Math.max(0, columns.size() - 1);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation(columns.size() > 6 ? "landscape" : "portrait");
        var row = 0;
        sheet.value(row, 0, harmless(title));
        sheet.range(row, 0, row, last).merge();
        sheet.style(row, 0).bold().fontSize(14).horizontalAlignment("center").set();
        for (var note : notes) {
            sheet.value(++row, 0, harmless(note));
            sheet.range(row, 0, row, last).merge();
        }
        writeHeads(sheet, ++row);
        for (R record : rows) {
            writeRow(sheet, ++row, record);
            if (row % ROWS_HELD == 0) {
                sheet.flush();
            }
        }
    }

    private void writeHeads(Worksheet sheet, int row) {
        for (int at = 0; at < columns.size(); at++) {
            var head = columns.get(at).head();
            sheet.value(row, at, harmless(head));
            sheet.style(row, at)
                    .bold()
                    .wrapText(true)
                    .verticalAlignment("center")
                    .borderStyle(BorderStyle.THIN)
                    .fillColor("F4F5F7")
                    .set();
            sheet.width(at, Math.min(40, Math.max(12, head.length() * 2.2 + 2)));
        }
        sheet.freezePane(0, row + 1);
        sheet.repeatRows(row);
    }

    private void writeRow(Worksheet sheet, int row, R record) {
        for (int at = 0; at < columns.size(); at++) {
            writeCell(sheet, row, at, columns.get(at).value().of(record));
        }
    }

    private static void writeCell(Worksheet sheet, int row, int at, @Nullable Object value) {
        if (value instanceof Number number) {
            sheet.value(row, at, number);
        } else if (value instanceof LocalDate day) {
            sheet.value(row, at, day);
            sheet.style(row, at).format("yyyy-mm-dd").set();
        } else if (value instanceof Instant moment) {
            writeMoment(sheet, row, at, LocalDateTime.ofInstant(moment, CHINA));
        } else if (value instanceof LocalDateTime moment) {
            writeMoment(sheet, row, at, moment);
        } else if (value != null) {
            sheet.value(row, at, harmless(value.toString()));
            sheet.style(row, at).format("@").set();
        }
    }

    private static void writeMoment(Worksheet sheet, int row, int at, LocalDateTime moment) {
        sheet.value(row, at, moment);
        sheet.style(row, at).format("yyyy-mm-dd hh:mm").set();
    }

    /** Saved as text elsewhere, it would come alive. */
    private static String harmless(String text) {
        var whole = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
        return !whole.isEmpty() && STARTS_A_FORMULA.indexOf(whole.charAt(0)) >= 0 ? "'" + whole : whole;
    }

    private String sheetName() {
        var name = title.replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
        return name.isEmpty() ? "1" : name.substring(0, Math.min(31, name.length()));
    }

    /** What a column shows of a row; null leaves the cell empty. */
    public interface Cell<R> {

        @Nullable
        Object of(R row);
    }

    private record Column<R>(String head, Cell<? super R> value, List<String> offered) {}
}

package io.qiangcun.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Workbooks as people fill them in, and what stands in those they get back. */
public final class Sheets {

    private static final Pattern OFFERED = Pattern.compile("base64,([A-Za-z0-9+/=]+)");

    private Sheets() {}

    /** A title, the headings, and the rows below. */
    @SafeVarargs
    public static byte[] filled(List<String> headings, List<String>... rows) {
        return filled(headings, List.of(rows));
    }

    public static byte[] filled(List<String> headings, Iterable<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Test", null);
                var sheet = book.newWorksheet("1")) {
            sheet.value(0, 0, "What was filled in");
            var at = 1;
            for (var column = 0; column < headings.size(); column++) {
                sheet.value(at, column, headings.get(column));
            }
            for (var row : rows) {
                at++;
                for (var column = 0; column < row.size(); column++) {
                    sheet.value(at, column, row.get(column));
                }
            }
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }

    /** Each line with bars between its cells. */
    public static List<String> rows(byte[] workbook) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook));
                var rows = book.getFirstSheet().openStream()) {
            return rows.map(Sheets::text).toList();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    /** The workbook that a page offers within itself. */
    public static List<String> rowsOffered(String page) {
        var link = OFFERED.matcher(page);
        if (!link.find()) {
            throw new AssertionError("The page offers no workbook");
        }
        return rows(Base64.getDecoder().decode(link.group(1)));
    }

    private static String text(Row row) {
        return row.stream()
                .map(cell -> cell == null ? "" : String.valueOf(cell.getText()))
                .reduce("", (one, other) -> one + "|" + other);
    }
}

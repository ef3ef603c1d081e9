package io.qiangcun.core.web;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.sheet.RowSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as it came, with what is wrong in a last column; kept nowhere but in the page that offers it.
 *
 * @param lines how many were filled in
 * @param wrong what is wrong in words, by line number
 * @param name of the file
 * @param address of the file, which is the file itself
 */
public record ReturnedSheet(int lines, Map<Integer, String> wrong, String name, String address) {

    private static final String TYPE = "data:application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;base64,";
    private static final int MOST_SHOWN = 50;

    /** @param isDay whether the column with the heading holds days */
    public static ReturnedSheet of(
            RowSheet sheet,
            String title,
            Map<Integer, ? extends Collection<Problem>> problems,
            Predicate<String> isDay,
            Messages messages) {
        var wrong = new LinkedHashMap<Integer, String>();
        problems.forEach((line, found) -> wrong.put(
                line,
                found.stream()
                        .map(problem -> messages.get(
                                problem.messageKey(), problem.arguments().toArray()))
                        .distinct()
                        .collect(Collectors.joining("；"))));
        var name = messages.get("core.sheet.returned", title);
        return new ReturnedSheet(
                sheet.lines().size(),
                wrong,
                name + ".xlsx",
                TYPE
                        + Base64.getEncoder()
                                .encodeToString(book(sheet, name, wrong, isDay, messages.get("core.sheet.wrong"))));
    }

    /** The first of them, for the page. */
    public List<Map.Entry<Integer, String>> shown() {
        return wrong.entrySet().stream().limit(MOST_SHOWN).toList();
    }

    /** The file itself. */
    public byte[] workbook() {
        return Base64.getDecoder().decode(address.substring(TYPE.length()));
    }

    private static byte[] book(
            RowSheet sheet, String title, Map<Integer, String> wrong, Predicate<String> isDay, String wrongHeading) {
        var book = Spreadsheet.named(title, sheet.lines());
        for (var at = 0; at < sheet.headings().size(); at++) {
            var column = at;
            var heading = sheet.headings().get(at);
            if (!heading.equals(wrongHeading)) {
                book.column(heading, line -> cell(line.at(column), isDay.test(heading)));
            }
        }
        book.column(wrongHeading, line -> wrong.get(line.number()));
        var bytes = new ByteArrayOutputStream();
        try {
            book.writeTo(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static @Nullable Object cell(RowSheet.Value value, boolean isDay) {
        return isDay && value.day() != null ? value.day() : value.text();
    }
}

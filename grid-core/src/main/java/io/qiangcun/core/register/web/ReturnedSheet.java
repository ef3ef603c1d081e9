package io.qiangcun.core.register.web;

import io.qiangcun.core.register.RegisterColumn.Kind;
import io.qiangcun.core.register.RegisterDefinition;
import io.qiangcun.core.register.RowSheet;
import io.qiangcun.core.web.Spreadsheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sheet as it came, with what is wrong in a last column; kept nowhere but in the page that offers it. */
final class ReturnedSheet {

    private static final String TYPE = "data:application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;base64,";

    private ReturnedSheet() {}

    /** @param wrong in words, by line number */
    static String asAddress(
            String title,
            String wrongHeading,
            RegisterDefinition definition,
            RowSheet sheet,
            Map<Integer, String> wrong) {
        var book = Spreadsheet.named(title, sheet.lines());
        for (var at = 0; at < sheet.headings().size(); at++) {
            var column = at;
            book.column(sheet.headings().get(column), line -> cell(definition, sheet, line, column));
        }
        book.column(wrongHeading, line -> wrong.get(line.number()));
        var bytes = new ByteArrayOutputStream();
        try {
            book.writeTo(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return TYPE + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static @Nullable Object cell(
            RegisterDefinition definition, RowSheet sheet, RowSheet.Line line, int column) {
        if (column >= line.values().size()) {
            return null;
        }
        var value = line.values().get(column);
        var isDay = definition.asked().stream()
                .anyMatch(known -> known.kind() == Kind.DATE
                        && sheet.headings().get(column).startsWith(known.label()));
        return isDay && value.day() != null ? value.day() : value.text();
    }
}

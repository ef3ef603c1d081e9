package io.qiangcun.core.register;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what people type into a cell, on a page or in a spreadsheet, as it is kept: full-width digits, 2026年11月22日,
 * 1,200.50, the word of a choice. Nothing if it cannot be read. A pure function.
 */
final class Typing {

    private static final Pattern DATE = Pattern.compile("(\\d{4})\\D(\\d{1,2})\\D(\\d{1,2})(?:\\p{IsHan}|T.*)?");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})\\D(\\d{1,2})\\p{IsHan}?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,8})?");

    private Typing() {}

    static Optional<String> read(RegisterColumn column, String typed) {
        return switch (column.kind()) {
            case DATE -> date(plain(typed));
            case MONTH -> month(plain(typed));
            case NUMBER, MONEY -> number(plain(typed).replace(",", ""), column.scale());
            case CHOICE -> choice(column, typed.strip());
            default -> Optional.of(typed.replace("\r\n", "\n").strip());
        };
    }

    private static Optional<String> date(String typed) {
        var parts = DATE.matcher(typed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)))
                    .toString());
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A day is taken for its month. */
    private static Optional<String> month(String typed) {
        var day = date(typed);
        if (day.isPresent()) {
            return day.map(text -> text.substring(0, "2026-11".length()));
        }
        var parts = MONTH.matcher(typed);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    YearMonth.of(number(parts.group(1)), number(parts.group(2))).toString());
        } catch (DateTimeException noSuchMonth) {
            return Optional.empty();
        }
    }

    /** More decimals than are kept cannot be read rather than be rounded. */
    private static Optional<String> number(String typed, int scale) {
        if (!NUMBER.matcher(typed).matches()) {
            return Optional.empty();
        }
        try {
            var number = new BigDecimal(typed).setScale(scale, RoundingMode.UNNECESSARY);
            return Optional.of((scale == 0 ? number : number.stripTrailingZeros()).toPlainString());
        } catch (ArithmeticException tooManyDecimals) {
            return Optional.empty();
        }
    }

    private static Optional<String> choice(RegisterColumn column, String typed) {
        return column.choices().stream()
                .filter(choice -> choice.code().equals(typed) || choice.label().equals(typed))
                .map(RegisterColumn.Choice::code)
                .findFirst();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", "").strip();
    }
}

package io.qiangcun.core.web;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.Errors;
import org.springframework.web.server.ResponseStatusException;

/**
 * Reads what people type, as they type it: full-width digits, 2026年11月16日, 9：30, 18人. What cannot be read is said at
 * its field; that gives null, and so does nothing typed at all.
 */
public final class Typed {

    private static final Pattern DATE = Pattern.compile("(\\d{4})\\D(\\d{1,2})\\D(\\d{1,2})\\p{IsHan}?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})\\D(\\d{1,2})(:\\d{1,2}|\\p{IsHan})?");
    private static final Pattern COUNT = Pattern.compile("(\\d{1,6})\\p{IsHan}?");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,3}(\\.\\d)?)\\p{IsHan}{0,2}");

    private Typed() {}

    public static @Nullable LocalDate date(String field, String text, Errors errors) {
        var typed = plain(text);
        if (typed.isEmpty()) {
            return null;
        }
        var parts = DATE.matcher(typed);
        try {
            if (parts.matches()) {
                return LocalDate.of(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
            }
        } catch (DateTimeException noSuchDay) {
            // said below
        }
        errors.rejectValue(field, "core.form.not-a-date");
        return null;
    }

    public static @Nullable LocalTime time(String field, String text, Errors errors) {
        var typed = plain(text);
        if (typed.isEmpty()) {
            return null;
        }
        var parts = TIME.matcher(typed);
        try {
            if (parts.matches()) {
                return LocalTime.of(number(parts.group(1)), number(parts.group(2)));
            }
        } catch (DateTimeException noSuchTime) {
            // said below
        }
        errors.rejectValue(field, "core.form.not-a-time");
        return null;
    }

    public static @Nullable Integer count(String field, String text, Errors errors) {
        var typed = plain(text);
        if (typed.isEmpty()) {
            return null;
        }
        var digits = COUNT.matcher(typed);
        if (digits.matches()) {
            return number(digits.group(1));
        }
        errors.rejectValue(field, "core.form.not-a-count");
        return null;
    }

    public static @Nullable BigDecimal hours(String field, String text, Errors errors) {
        var typed = plain(text);
        if (typed.isEmpty()) {
            return null;
        }
        var digits = HOURS.matcher(typed);
        if (digits.matches()) {
            return new BigDecimal(digits.group(1));
        }
        errors.rejectValue(field, "core.form.not-hours");
        return null;
    }

    /** Line ends as one character, so that a text is as long as its writer counts it. */
    public static String text(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    /** What nobody types but the page itself sends: an id, a version, a choice. Anything else is no form of ours. */
    public static <T> T sent(Function<String, T> read, String text) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException notOurs) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, notOurs);
        }
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", "").strip();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}

package io.qiangcun.core.people;

import io.qiangcun.core.error.RuleViolated;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The eighteen characters that the state gives a citizen (GB 11643): six of a place, the birth date, three whose last is
 * odd for men, and a check character.
 */
public record IdentityNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[1-9]\\d{16}[0-9X]");
    /** Identity numbers of both lengths and numbers of bank cards, however they are spaced. */
    private static final Pattern LONG_NUMBER =
            Pattern.compile("(?<![\\p{Nd}])\\p{Nd}(?:[ -]?\\p{Nd}){13,17}[ -]?[\\p{Nd}xX\uFF38\uFF58](?![\\p{Nd}])");

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int SHOWN_AT_THE_START = 6;
    private static final int SHOWN_AT_THE_END = 4;

    public IdentityNumber {
        if (!FORM.matcher(value).matches()) {
            throw new Invalid("core.people.identity-number.form");
        }
        dateIn(value);
        if (value.charAt(17) != checkOf(value)) {
            throw new Invalid("core.people.identity-number.check");
        }
    }

    /** As people type it: full-width digits, spaces, a small x. */
    public static IdentityNumber typed(String text) {
        return new IdentityNumber(Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT));
    }

    public LocalDate bornOn() {
        return dateIn(value);
    }

    public Sex sex() {
        return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** What may be shown without a reason. */
    public String masked() {
        return value.substring(0, SHOWN_AT_THE_START)
                + "*".repeat(value.length() - SHOWN_AT_THE_START - SHOWN_AT_THE_END)
                + value.substring(value.length() - SHOWN_AT_THE_END);
    }

    /** Never in a log by accident. */
    @Override
    public String toString() {
        return masked();
    }

    /** Free text without the long numbers that people paste into it: all but their beginnings and ends is hidden. */
    public static String hiddenIn(String text) {
        return LONG_NUMBER.matcher(text).replaceAll(found -> {
            var number = found.group().replaceAll("[ -]", "");
            return number.substring(0, SHOWN_AT_THE_START)
                    + "*".repeat(number.length() - SHOWN_AT_THE_START - SHOWN_AT_THE_END)
                    + number.substring(number.length() - SHOWN_AT_THE_END);
        });
    }

    static char checkOf(String digits) {
        var sum = 0;
        for (var at = 0; at < WEIGHTS.length; at++) {
            sum += (digits.charAt(at) - '0') * WEIGHTS[at];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }

    private static LocalDate dateIn(String value) {
        try {
            var date = LocalDate.parse(value.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
            if (date.getYear() >= 1900) {
                return date;
            }
        } catch (DateTimeException noSuchDay) {
            // said below
        }
        throw new Invalid("core.people.identity-number.date");
    }

    /** What was typed is no identity number, and why. */
    public static class Invalid extends RuleViolated {
        Invalid(String messageKey) {
            super("identityNumber", messageKey);
        }
    }
}

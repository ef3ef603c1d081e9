package io.qiangcun.core.people;

import io.qiangcun.core.error.RuleViolated;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** A mobile number, or a fixed one with its area code. */
public record PhoneNumber(String value) {

    private static final Pattern FORM = Pattern.compile("1[3-9]\\d{9}|0\\d{9,11}");
    private static final int SHOWN_AT_THE_START = 3;
    private static final int SHOWN_AT_THE_END = 4;

    public PhoneNumber {
        if (!FORM.matcher(value).matches()) {
            throw new Invalid();
        }
    }

    /** As people type it: full-width digits, spaces, dashes. */
    public static PhoneNumber typed(String text) {
        return new PhoneNumber(Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s()-]", ""));
    }

    /** What may be shown without a reason. */
    public String masked() {
        return value.substring(0, SHOWN_AT_THE_START)
                + "*".repeat(value.length() - SHOWN_AT_THE_START - SHOWN_AT_THE_END)
                + tail();
    }

    /** The last four digits: what may be shown, and what whoever has the number is asked for. */
    public String tail() {
        return value.substring(value.length() - SHOWN_AT_THE_END);
    }

    /** Whether somebody who says these digits has the number; how long it takes tells nothing. */
    public boolean hasTail(String digits) {
        return MessageDigest.isEqual(tail().getBytes(StandardCharsets.UTF_8), digits.getBytes(StandardCharsets.UTF_8));
    }

    /** Never in a log by accident. */
    @Override
    public String toString() {
        return masked();
    }

    /** What was typed is no telephone number. */
    public static class Invalid extends RuleViolated {
        Invalid() {
            super("phone", "core.people.phone.form");
        }
    }
}

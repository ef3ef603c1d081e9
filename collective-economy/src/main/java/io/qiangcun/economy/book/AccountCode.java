package io.qiangcun.economy.book;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * The number of an account in the chart of one book: three digits from the regulation, more where the book divides it. The
 * same digits mean other things in another regime.
 */
@Embeddable
public record AccountCode(@Column(name = "account_code") String value)
        implements Serializable, Comparable<AccountCode> {

    private static final Pattern DIGITS = Pattern.compile("\\d{3,16}");

    /** @throws IllegalArgumentException for anything but three to sixteen digits */
    public AccountCode {
        if (!DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the code of an account: " + value);
        }
    }

    /** Whether this is the other account or lies below it. */
    public boolean within(AccountCode other) {
        return value.startsWith(other.value);
    }

    @Override
    public int compareTo(AccountCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

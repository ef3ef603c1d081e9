package io.qiangcun.economy.cooperative;

/**
 * The unified social credit code of an organisation: eighteen signs, the last of which follows from the others (GB 32100-2015).
 *
 * @param value in capital letters
 */
public record CreditCode(String value) {

    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int WEIGHT = 3;

    /** @throws IllegalArgumentException for anything that is no code, a mistyped sign included */
    public CreditCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("Not a credit code: " + value);
        }
    }

    /** Whether its last sign follows from the others. */
    public static boolean isCode(String text) {
        return text.length() == LENGTH
                && text.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0)
                && checkOf(text) == text.charAt(LENGTH - 1);
    }

    /** The sign that has to follow the first seventeen. */
    public static char checkOf(String text) {
        var sum = 0;
        var weight = 1;
        for (var at = 0; at < LENGTH - 1; at++) {
            sum += SIGNS.indexOf(text.charAt(at)) * weight;
            weight = weight * WEIGHT % SIGNS.length();
        }
        return SIGNS.charAt((SIGNS.length() - sum % SIGNS.length()) % SIGNS.length());
    }

    @Override
    public String toString() {
        return value;
    }
}

package io.qiangcun.economy.money;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Reads amounts as people type them: 1,200.50, １２００.５, ¥1200元. What cannot be read is said at its field; that gives null. */
public final class TypedMoney {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d+)?");

    private TypedMoney() {}

    /** Null as well for nothing typed. */
    public static @Nullable Money money(String field, String text, Errors errors) {
        var number = number(field, text, 2, errors);
        return number == null ? null : new Money(number);
    }

    /** @param decimals how many there may be at most */
    public static @Nullable BigDecimal number(String field, String text, int decimals, Errors errors) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s,，¥￥%\\u5143\\u4ea9]", "")
                .replace('−', '-');
        if (plain.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(plain).matches()) {
            errors.rejectValue(
                    field, plain.matches("-?\\d+(\\.\\d+)?") ? "economy.money.too-much" : "economy.money.not-a-number");
            return null;
        }
        var number = new BigDecimal(plain);
        if (number.stripTrailingZeros().scale() > decimals) {
            errors.rejectValue(field, "economy.money.too-fine", new Object[] {decimals}, null);
            return null;
        }
        return number;
    }
}

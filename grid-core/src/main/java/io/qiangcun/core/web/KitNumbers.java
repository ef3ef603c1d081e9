package io.qiangcun.core.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Numbers as the kit writes and draws them. */
@Component("kitNumbers")
public class KitNumbers {

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.SIMPLIFIED_CHINESE);
    private static final double SPARK_WIDTH = 100;
    private static final double SPARK_TOP = 2;
    private static final double SPARK_BOTTOM = 22;

    KitNumbers() {}

    /** With thousands apart, and as many decimals as it has. */
    public String plain(BigDecimal number) {
        var format = new DecimalFormat("#,##0", SYMBOLS);
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    /** To the cent, nought as well; a dash for none. */
    public String yuan(@Nullable BigDecimal sum) {
        return sum == null ? "—" : cents().format(sum);
    }

    /** To the cent; nothing for nought, as in the columns of a ledger. */
    public String yuanUnlessNought(@Nullable BigDecimal sum) {
        return sum == null || sum.signum() == 0 ? "" : cents().format(sum);
    }

    private static DecimalFormat cents() {
        return new DecimalFormat("#,##0.00", SYMBOLS);
    }

    /** The share of a bar that is filled, 0 to 100. */
    public String percent(@Nullable Number value, @Nullable Number max) {
        if (value == null || max == null || max.doubleValue() <= 0) {
            return "0";
        }
        var share = Math.min(100, Math.max(0, value.doubleValue() / max.doubleValue() * 100));
        return brief(share);
    }

    /** The points of the lines of a sparkline; a missing number parts two lines. */
    public List<String> spark(List<? extends @Nullable Number> values) {
        var max = values.stream()
                .mapToDouble(value -> value == null ? 0 : value.doubleValue())
                .max()
                .orElse(0);
        var step = values.size() < 2 ? 0 : SPARK_WIDTH / (values.size() - 1);
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (int at = 0; at < values.size(); at++) {
            var value = values.get(at);
            if (value == null) {
                finish(line, lines);
            } else {
                var height = max <= 0 ? 0 : value.doubleValue() / max * (SPARK_BOTTOM - SPARK_TOP);
                line.append(line.isEmpty() ? "" : " ")
                        .append(brief(at * step))
                        .append(',')
                        .append(brief(SPARK_BOTTOM - height));
            }
        }
        finish(line, lines);
        return lines;
    }

    private static void finish(StringBuilder line, List<String> lines) {
        if (!line.isEmpty()) {
            lines.add(line.toString());
            line.setLength(0);
        }
    }

    private static String brief(double number) {
        return BigDecimal.valueOf(number)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}

package io.qiangcun.economy.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement filled in.
 *
 * @param lines in the order of the form
 */
public record Statement(String name, List<Line> lines) {

    public Statement {
        lines = List.copyOf(lines);
    }

    /**
     * @param half LEFT or RIGHT where the form has two halves
     * @param amount at the end, or of the time asked about
     * @param compared when the year began, or of the same time a year before; null where there is none
     * @param accounts whose vouchers stand behind it; empty for what only adds up other lines
     */
    public record Line(
            String key,
            String label,
            @Nullable String half,
            boolean total,
            BigDecimal amount,
            @Nullable BigDecimal compared,
            List<String> accounts) {

        public Line {
            accounts = List.copyOf(accounts);
        }
    }

    /** A line of the form. */
    record Template(
            String lineKey,
            String label,
            Formula formula,
            @Nullable String half,
            boolean total,
            @Nullable String equals) {}

    static Statement of(String name, List<Template> form, Figures now, @Nullable Figures before) {
        var amounts = new HashMap<String, BigDecimal>();
        var compared = new HashMap<String, BigDecimal>();
        var lines = new ArrayList<Line>();
        for (var line : form) {
            amounts.put(line.lineKey(), line.formula().evaluate(now, key -> known(amounts, key)));
            if (before != null) {
                compared.put(line.lineKey(), line.formula().evaluate(before, key -> known(compared, key)));
            }
            var equal = line.equals();
            if (equal != null && amounts.get(line.lineKey()).compareTo(known(amounts, equal)) != 0) {
                throw new IllegalStateException(
                        name + ": line " + line.lineKey() + " is not line " + equal + ": " + amounts);
            }
            lines.add(new Line(
                    line.lineKey(),
                    line.label(),
                    line.half(),
                    line.total(),
                    amounts.get(line.lineKey()),
                    compared.get(line.lineKey()),
                    line.formula().accounts()));
        }
        return new Statement(name, lines);
    }

    private static BigDecimal known(HashMap<String, BigDecimal> amounts, String key) {
        var amount = amounts.get(key);
        if (amount == null) {
            throw new IllegalStateException("Line " + key + " is not above");
        }
        return amount;
    }

    /** Lines of one half; all where the form has none. */
    public List<Line> half(String half) {
        return lines.stream()
                .filter(line -> half.isEmpty() || half.equals(line.half()))
                .toList();
    }

    /** @throws java.util.NoSuchElementException if the form has no such line */
    public Line line(String key) {
        return lines.stream().filter(line -> line.key().equals(key)).findFirst().orElseThrow();
    }
}

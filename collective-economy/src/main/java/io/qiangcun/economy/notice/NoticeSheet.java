package io.qiangcun.economy.notice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What came in and what went out in plain words, in yuan. What there was, and what came, less what went, is what there is.
 *
 * @param owedToUs what others owe the collective at the end
 * @param weOwe what it owes others
 */
public record NoticeSheet(
        BigDecimal before, BigDecimal after, BigDecimal owedToUs, BigDecimal weOwe, List<Line> lines) {

    public NoticeSheet {
        lines = List.copyOf(lines);
    }

    /** @param plain what kind of thing it was */
    public record Line(
            LocalDate dated, String words, String plain, BigDecimal received, BigDecimal paid, UUID voucherId) {}

    /** All of one kind together, the largest first. */
    public record Sum(String plain, BigDecimal amount) {}

    public BigDecimal received() {
        return lines.stream().map(Line::received).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal paid() {
        return lines.stream().map(Line::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public List<Sum> receipts() {
        return sums(Line::received);
    }

    public List<Sum> payments() {
        return sums(Line::paid);
    }

    private List<Sum> sums(Function<Line, BigDecimal> side) {
        var sums = new LinkedHashMap<String, BigDecimal>();
        lines.stream()
                .filter(line -> side.apply(line).signum() != 0)
                .forEach(line -> sums.merge(line.plain(), side.apply(line), BigDecimal::add));
        return sums.entrySet().stream()
                .map(sum -> new Sum(sum.getKey(), sum.getValue()))
                .sorted(Comparator.comparing(Sum::amount).reversed())
                .toList();
    }
}

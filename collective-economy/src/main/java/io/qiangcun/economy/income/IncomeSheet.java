package io.qiangcun.economy.income;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One village's income account by account and month by month.
 *
 * @param months operating income of each month from January on
 */
public record IncomeSheet(List<Row> rows, List<BigDecimal> months) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public IncomeSheet {
        rows = List.copyOf(rows);
        months = List.copyOf(months);
    }

    public List<Row> of(IncomeKind kind) {
        return rows.stream().filter(row -> row.kind() == kind).toList();
    }

    public BigDecimal sum(IncomeKind kind) {
        return of(kind).stream().map(Row::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public BigDecimal before(IncomeKind kind) {
        return of(kind).stream().map(Row::before).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Grants beside income earned, in per cent with one decimal; null without either. */
    public @Nullable BigDecimal shareOfGrants() {
        var all = sum(IncomeKind.OPERATING).add(sum(IncomeKind.GRANT)).add(sum(IncomeKind.ONE_OFF));
        return all.signum() > 0 ? sum(IncomeKind.GRANT).multiply(HUNDRED).divide(all, 1, RoundingMode.HALF_UP) : null;
    }

    /** @param before the same months a year earlier, by this year's formula */
    public record Row(
            UUID bookId,
            String bookName,
            String account,
            String accountName,
            IncomeKind kind,
            BigDecimal amount,
            BigDecimal before) {}
}

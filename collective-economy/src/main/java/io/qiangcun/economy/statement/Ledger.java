package io.qiangcun.economy.statement;

import io.qiangcun.economy.book.AccountRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What moved an account, one line after the other (明细账; 日记账 for cash and bank).
 *
 * @param before what it stood at when the first month began, debit positive
 * @param lines with the balance after each
 * @param months the sums of each month and of the year so far
 * @param details what its details stand at in the end; empty where it has none or one was asked for
 */
public record Ledger(
        AccountRow account, BigDecimal before, List<Line> lines, List<Month> months, List<Detail> details) {

    public Ledger {
        lines = List.copyOf(lines);
        months = List.copyOf(months);
        details = List.copyOf(details);
    }

    /** A line as it was posted. */
    record Posted(
            UUID voucherId,
            LocalDate dated,
            int number,
            String summary,
            String accountCode,
            String accountName,
            @Nullable String detail,
            @Nullable String others,
            BigDecimal debit,
            BigDecimal credit) {}

    /**
     * @param others the accounts on the other side
     * @param balance debit positive
     */
    public record Line(
            UUID voucherId,
            LocalDate dated,
            int number,
            String summary,
            String accountCode,
            String accountName,
            @Nullable String detail,
            @Nullable String others,
            BigDecimal debit,
            BigDecimal credit,
            BigDecimal balance) {

        public YearMonth month() {
            return YearMonth.from(dated);
        }

        public String href() {
            return "/economy/vouchers/" + voucherId;
        }
    }

    /** Sums of a month (本月合计), those since the year began (本年累计), and what stands after it. */
    public record Month(
            YearMonth month,
            BigDecimal debits,
            BigDecimal credits,
            BigDecimal yearDebits,
            BigDecimal yearCredits,
            BigDecimal balance) {}

    public record Detail(UUID detailId, String name, BigDecimal balance) {}

    static List<Line> running(BigDecimal before, List<Posted> posted) {
        var balance = before;
        var lines = new ArrayList<Line>();
        for (var line : posted) {
            balance = balance.add(line.debit()).subtract(line.credit());
            lines.add(new Line(
                    line.voucherId(),
                    line.dated(),
                    line.number(),
                    line.summary(),
                    line.accountCode(),
                    line.accountName(),
                    line.detail(),
                    line.others(),
                    line.debit(),
                    line.credit(),
                    balance));
        }
        return lines;
    }

    /** Lines of one month. */
    public List<Line> of(YearMonth month) {
        return lines.stream().filter(line -> line.month().equals(month)).toList();
    }

    public BigDecimal after() {
        return months.isEmpty() ? before : months.get(months.size() - 1).balance();
    }
}

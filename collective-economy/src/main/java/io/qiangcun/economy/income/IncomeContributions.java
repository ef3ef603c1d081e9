package io.qiangcun.economy.income;

import static io.qiangcun.core.metric.MetricDefinition.Better.LESS;
import static io.qiangcun.core.metric.MetricDefinition.Better.MORE;
import static io.qiangcun.core.metric.MetricDefinition.Better.NEUTRAL;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricDefinition.Shared;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.report.ReportSection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What the posted vouchers say of the income and cost of a month, and of what there is at its end. Rows are accounts; each
 * leads to its ledger, and the ledger to the vouchers.
 */
@Configuration(proxyBeanMethods = false)
class IncomeContributions {

    private static final Shared INCOME = new Shared(
            "income", "select * from economy_income(:lo, :hi, cast(:from as date), cast(:until as date), null)");

    private static final String ROWS = """
            select i.place_code, i.day, %s as amount, b.name || ' ' || i.account_code || ' ' || a.name as label,
              '/economy/books/' || i.book_id || '/ledger/' || i.account_code || '?from=' || to_char(i.day, 'YYYY-MM')
                || '&to=' || to_char(i.day, 'YYYY-MM') as href
            from income i join economy_book b on b.book_id = i.book_id
              join economy_account a on a.book_id = i.book_id and a.code = i.account_code
            where i.amount <> 0 and i.kind in (%s)
            """;

    private static final Shared STANDING =
            new Shared("standing", "select * from economy_standing(:lo, :hi, cast(:until as date))");

    /** What there is at the end, whatever the month brought. */
    private static final String STANDS = """
            select s.place_code, cast(:until as date) - 1 as day, s.amount,
              b.name || ' ' || s.account_code || ' ' || a.name as label,
              '/economy/books/' || s.book_id || '/ledger/' || s.account_code
                || '?from=' || to_char(cast(:until as date) - 1, 'YYYY') || '-01'
                || '&to=' || to_char(cast(:until as date) - 1, 'YYYY-MM') as href
            from standing s join economy_book b on b.book_id = s.book_id
              join economy_account a on a.book_id = s.book_id and a.code = s.account_code
            where s.amount <> 0 and s.kind = '%s'
            """;

    private static final List<String> REPORTED = List.of(
            "economy.operating-income",
            "economy.grant-income",
            "economy.one-off-income",
            "economy.pass-through",
            "economy.operating-cost",
            "economy.other-cost",
            "economy.net-income",
            "economy.cash-at-end",
            "economy.receivable-at-end",
            "economy.liability-at-end");

    @Bean
    MetricSource incomeMetrics() {
        return () -> List.of(
                sum("economy.operating-income", MORE, "OPERATING"),
                sum("economy.grant-income", NEUTRAL, "GRANT"),
                sum("economy.one-off-income", NEUTRAL, "ONE_OFF"),
                sum("economy.pass-through", NEUTRAL, "PASS_THROUGH"),
                sum("economy.operating-cost", LESS, "OPERATING_COST"),
                sum("economy.other-cost", NEUTRAL, "OTHER_COST"),
                metric(
                        "economy.net-income",
                        MORE,
                        ROWS.formatted(
                                "case i.kind when 'OPERATING' then i.amount else -i.amount end",
                                "'OPERATING', 'OPERATING_COST'")),
                standing("economy.cash-at-end", MORE, "CASH"),
                standing("economy.receivable-at-end", LESS, "RECEIVABLE"),
                standing("economy.liability-at-end", LESS, "LIABILITY"));
    }

    private static MetricDefinition standing(String code, Better better, String kind) {
        return MetricDefinition.sum(code, MetricUnit.YUAN, better, STANDS.formatted(kind))
                .over(STANDING)
                .knownForCertain();
    }

    private static MetricDefinition sum(String code, Better better, String kind) {
        return metric(code, better, ROWS.formatted("i.amount", "'" + kind + "'"));
    }

    private static MetricDefinition metric(String code, Better better, String rows) {
        return MetricDefinition.sum(code, MetricUnit.YUAN, better, rows)
                .over(INCOME)
                .knownForCertain();
    }

    /** Nobody types a figure: the vouchers wrote them. */
    @Bean
    ReportSection incomeSection() {
        return new ReportSection("economy.report.income", 300, REPORTED);
    }
}

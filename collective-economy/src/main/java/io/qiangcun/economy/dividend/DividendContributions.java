package io.qiangcun.economy.dividend;

import io.qiangcun.core.dashboard.DashboardCard;
import io.qiangcun.core.dashboard.DashboardCardProvider;
import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.cooperative.CooperativeFigures;
import io.qiangcun.economy.cooperative.CooperativeFigures.Figure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What distributions give to the engines. */
@Configuration(proxyBeanMethods = false)
class DividendContributions {

    private static final String GAIN = "/economy/cooperative-gain";

    private static final String PAID = """
            select l.place_code, l.paid_on as day, l.returned + l.shared + l.guaranteed as amount, l.name as label,
              '/economy/dividends/' || l.dividend_id as href
            from economy_dividend_line l join economy_coop_member m on m.coop_member_id = l.coop_member_id
            where l.place_code >= :lo and l.place_code < :hi and l.paid_on >= :from and l.paid_on < :until %s
            """;

    @Bean
    DashboardCardProvider dividendCard() {
        return new DashboardCardProvider() {
            @Override
            public Optional<DashboardCard> cardFor(Jurisdiction jurisdiction, LocalDate today) {
                return Optional.of(new DashboardCard(
                        "economy.dividend.card",
                        List.of("economy.cooperative-dividends", "economy.cooperative-gain"),
                        GAIN));
            }

            @Override
            public int getOrder() {
                return 152;
            }
        };
    }

    @Bean
    CooperativeFigures gainFigures(GainQueries gains) {
        return (jurisdiction, today) -> {
            var whole = GainQueries.whole(gains.gains(jurisdiction, today.getYear(), false));
            return List.of(
                    new Figure(
                            "economy.dividend.gain.examples",
                            BigDecimal.valueOf(gains.examples(jurisdiction)),
                            0,
                            "/economy/cooperatives?tagged=true"),
                    new Figure(
                            "economy.dividend.gain.households",
                            BigDecimal.valueOf(whole.households()),
                            0,
                            "/economy/cooperative-members?kind=HOUSEHOLD"),
                    new Figure("economy.dividend.gain.of-year", whole.total(), 2, GAIN),
                    new Figure("economy.dividend.gain.per-household", whole.perHousehold(), 2, GAIN),
                    new Figure("economy.dividend.gain.per-person", whole.perPerson(), 2, GAIN));
        };
    }

    @Bean
    MetricSource dividendMetrics() {
        return () -> List.of(
                MetricDefinition.sum("economy.cooperative-dividends", MetricUnit.YUAN, Better.MORE, PAID.formatted(""))
                        .knownForCertain(),
                MetricDefinition.sum(
                                "economy.cooperative-gain",
                                MetricUnit.YUAN,
                                Better.MORE,
                                PAID.formatted("and m.household_id is not null") + """
                                union all
                                select t.place_code, t.traded_on as day, t.amount, concat_ws(' ', t.name, t.product) as label,
                                  '/economy/cooperatives/' || t.cooperative_id || '/trades' as href
                                from economy_coop_trade t join economy_coop_member m on m.coop_member_id = t.coop_member_id
                                where t.place_code >= :lo and t.place_code < :hi and m.household_id is not null
                                  and t.kind in ('WAGE', 'RENT') and t.withdrawn_at is null
                                  and t.traded_on >= :from and t.traded_on < :until
                                """)
                        .knownForCertain());
    }
}

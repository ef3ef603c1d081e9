package io.qiangcun.economy.membership;

import io.qiangcun.core.dashboard.DashboardCard;
import io.qiangcun.core.dashboard.DashboardCardProvider;
import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.place.Jurisdiction;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What members and trades give to the engines. */
@Configuration(proxyBeanMethods = false)
class MembershipContributions {

    private static final String MEMBERS = """
            select %s m.place_code, m.joined_on as day, 1::numeric as amount, m.name as label,
              '/economy/cooperative-members/' || m.coop_member_id as href
            from economy_coop_member m join economy_cooperative c on c.cooperative_id = m.cooperative_id
            where m.place_code >= :lo and m.place_code < :hi and m.joined_on < :until and (m.left_on is null or m.left_on >= :until)
              and (c.dissolved_on is null or c.dissolved_on >= :until) %s
            """;

    @Bean
    DashboardCardProvider membershipCard() {
        return new DashboardCardProvider() {
            @Override
            public Optional<DashboardCard> cardFor(Jurisdiction jurisdiction, LocalDate today) {
                return Optional.of(new DashboardCard(
                        "economy.membership.card",
                        List.of(
                                "economy.cooperative-households",
                                "economy.cooperative-members",
                                "economy.cooperative-traded"),
                        "/economy/cooperative-members"));
            }

            @Override
            public int getOrder() {
                return 151;
            }
        };
    }

    @Bean
    MetricSource membershipMetrics() {
        return () -> List.of(
                // a household counts once, in however many cooperatives it is
                MetricDefinition.sum(
                                "economy.cooperative-households",
                                MetricUnit.HOUSEHOLDS,
                                Better.MORE,
                                MEMBERS.formatted(
                                        "distinct on (m.household_id)",
                                        "and m.household_id is not null order by m.household_id, m.joined_on, m.coop_member_id"))
                        .knownForCertain(),
                MetricDefinition.sum(
                                "economy.cooperative-members",
                                MetricUnit.PEOPLE,
                                Better.MORE,
                                MEMBERS.formatted("", ""))
                        .knownForCertain(),
                MetricDefinition.sum("economy.cooperative-traded", MetricUnit.YUAN, Better.MORE, """
                        select t.place_code, t.traded_on as day, t.amount, concat_ws(' ', t.name, t.product) as label,
                          '/economy/cooperatives/' || t.cooperative_id || '/trades' as href
                        from economy_coop_trade t
                        where t.place_code >= :lo and t.place_code < :hi and t.coop_member_id is not null
                          and t.kind in ('SALE', 'SUPPLY') and t.withdrawn_at is null
                          and t.traded_on >= :from and t.traded_on < :until
                        """)
                        .knownForCertain());
    }
}

package io.qiangcun.economy.plan;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.economy.EconomyAuthorities;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What plans give to the engines. */
@Configuration(proxyBeanMethods = false)
class PlanContributions {

    private static final String VILLAGES = """
            select p.place_code, p.valid_from as day, 1::numeric as amount, p.name as label,
              '/economy/plans?place=' || p.place_code as href
            from place p
            where p.place_code >= :lo and p.place_code < :hi and p.category = 'VILLAGE' and p.valid_from < :until
              and (p.valid_to is null or p.valid_to >= :until) and %s
            """;

    @Bean
    NavigationEntry planNavigation() {
        return new NavigationEntry("economy.plan.list.title", "/economy/plans", 445, EconomyAuthorities.READ_PLANS);
    }

    @Bean
    MetricSource planMetrics() {
        return () -> List.of(
                MetricDefinition.sum(
                                "economy.plan-villages", MetricUnit.UNITS, Better.NEUTRAL, VILLAGES.formatted("true"))
                        .knownForCertain(),
                MetricDefinition.sum("economy.planned-villages", MetricUnit.UNITS, Better.MORE, VILLAGES.formatted("""
                                exists (select from economy_plan r where r.place_code = p.place_code and r.adopted_on < :until
                                  and (r.ended_on is null or r.ended_on >= :until))
                                """))
                        .knownForCertain(),
                MetricDefinition.share(
                                "economy.plan-coverage",
                                Better.MORE,
                                "economy.planned-villages",
                                "economy.plan-villages")
                        .knownForCertain());
    }
}

package io.qiangcun.economy.company;

import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.economy.EconomyAuthorities;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What joint companies give to the engines. */
@Configuration(proxyBeanMethods = false)
class CompanyContributions {

    @Bean
    NavigationEntry companyNavigation() {
        return new NavigationEntry(
                "economy.company.list.title", "/economy/companies", 440, EconomyAuthorities.READ_COMPANIES);
    }

    @Bean
    MetricSource companyMetrics() {
        return () -> List.of(
                MetricDefinition.sum("economy.company-profit-shared", MetricUnit.YUAN, Better.MORE, """
                        select a.place_code, a.decided_on as day, a.amount, a.company_name as label,
                          '/economy/holdings?place=' || a.place_code as href
                        from economy_company_claim a
                        where a.place_code >= :lo and a.place_code < :hi and a.withdrawn_on is null
                          and a.decided_on >= :from and a.decided_on < :until
                        """)
                        .knownForCertain(),
                MetricDefinition.sum("economy.company-profit-owed", MetricUnit.YUAN, Better.LESS, """
                        select a.place_code, a.decided_on as day, a.amount, a.company_name as label,
                          '/economy/holdings?owed=true&place=' || a.place_code as href
                        from economy_company_claim a
                        where a.place_code >= :lo and a.place_code < :hi and a.withdrawn_on is null and a.decided_on < :until
                          and (a.received_on is null or a.received_on >= :until)
                        """)
                        .knownForCertain());
    }
}

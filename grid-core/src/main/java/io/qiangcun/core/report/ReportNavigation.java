package io.qiangcun.core.report;

import io.qiangcun.core.module.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReportNavigation {

    @Bean
    NavigationEntry monthlyReportsNavigation() {
        return new NavigationEntry("core.report.navigation", "/core/reports", 30, ReportAuthorities.READ);
    }
}

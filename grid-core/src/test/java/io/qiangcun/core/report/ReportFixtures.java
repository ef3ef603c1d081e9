package io.qiangcun.core.report;

import io.qiangcun.core.metric.CountedPlaces;
import io.qiangcun.core.module.DomainModule;
import io.qiangcun.testkit.NotInDemo;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A form of two sections for the tests of reports. */
@NotInDemo
@Configuration(proxyBeanMethods = false)
class ReportFixtures {

    /** Brings the words of the test metrics. */
    @Bean
    DomainModule test() {
        return new DomainModule("test", 9000);
    }

    @Bean
    ReportSection villagesSection() {
        return new ReportSection("core.test-section", 1, List.of(CountedPlaces.VILLAGES, CountedPlaces.NONE));
    }

    @Bean
    ReportSection easternSection() {
        return new ReportSection("core.test-second-section", 2, List.of(CountedPlaces.EASTERN, CountedPlaces.SHARE));
    }
}

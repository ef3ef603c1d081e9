package io.qiangcun.core.web;

import io.qiangcun.core.module.DomainModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the words of the sample pages. */
@Configuration(proxyBeanMethods = false)
class KitSampleModule {

    @Bean
    DomainModule sampleModule() {
        return new DomainModule("sample", 99);
    }
}

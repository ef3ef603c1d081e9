package io.qiangcun.services;

import io.qiangcun.core.module.DomainModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that services-center contributes to the application, in one place. */
@Configuration(proxyBeanMethods = false)
class ServicesModule {

    @Bean
    DomainModule services() {
        return new DomainModule("services", 300);
    }
}

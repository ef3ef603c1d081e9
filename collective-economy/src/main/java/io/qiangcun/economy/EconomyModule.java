package io.qiangcun.economy;

import io.qiangcun.core.module.DomainModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that collective-economy contributes to the application, in one place. */
@Configuration(proxyBeanMethods = false)
class EconomyModule {

    @Bean
    DomainModule economy() {
        return new DomainModule("economy", 200);
    }
}

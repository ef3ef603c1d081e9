package io.qiangcun.party;

import io.qiangcun.core.module.DomainModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that party-org contributes to the application, in one place. */
@Configuration(proxyBeanMethods = false)
class PartyModule {

    @Bean
    DomainModule party() {
        return new DomainModule("party", 100);
    }
}

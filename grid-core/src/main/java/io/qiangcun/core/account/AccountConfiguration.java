package io.qiangcun.core.account;

import io.qiangcun.core.module.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountConfiguration {

    @Bean
    NavigationEntry accountsEntry() {
        return new NavigationEntry("core.account.list.title", "/core/accounts", 900, AccountAuthorities.READ);
    }
}

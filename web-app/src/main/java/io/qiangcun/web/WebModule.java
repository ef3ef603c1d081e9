package io.qiangcun.web;

import io.qiangcun.core.module.DomainModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the web app adds of its own: the words of the desks. */
@Configuration(proxyBeanMethods = false)
class WebModule {

    @Bean
    DomainModule web() {
        return new DomainModule("web", 1000);
    }
}

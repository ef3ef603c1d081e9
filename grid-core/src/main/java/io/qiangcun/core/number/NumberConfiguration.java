package io.qiangcun.core.number;

import io.qiangcun.core.module.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NumberConfiguration {

    @Bean
    NavigationEntry numbersEntry() {
        return new NavigationEntry("core.number.title", "/core/numbers", 890, NumberAuthorities.READ);
    }

    @Bean
    NumberSubject kernelNumbers() {
        return new NumberSubject("core.number.subject", 900, "core.");
    }
}

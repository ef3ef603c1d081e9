package io.qiangcun.core.module;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Reads {@code messages/core} and the messages of every module. */
@Configuration(proxyBeanMethods = false)
class ModuleMessages {

    @Bean
    MessageSource messageSource(List<DomainModule> modules) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames(Stream.concat(Stream.of("core"), modules.stream().map(DomainModule::code))
                .map(code -> "messages/" + code)
                .toArray(String[]::new));
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}

package io.qiangcun.core.register;

import io.qiangcun.core.attachment.AttachmentKind;
import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.core.people.PersonSections;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

    @Bean
    NavigationEntry registersEntry() {
        return new NavigationEntry("core.register.navigation", "/core/registers", 36, RegisterAuthorities.READ);
    }

    @Bean
    AttachmentKind registerRowFiles() {
        return new AttachmentKind(RegisterService.ATTACHMENTS, RegisterAuthorities.READ);
    }

    @Bean
    PersonSections registerSections(RegisterQueries registers) {
        return new RowsOfPerson(registers);
    }
}

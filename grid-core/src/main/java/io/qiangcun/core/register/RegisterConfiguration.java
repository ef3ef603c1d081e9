package io.qiangcun.core.register;

import io.qiangcun.core.attachment.AttachmentKind;
import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.core.people.PersonSections;
import io.qiangcun.core.report.ReportSection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

    @Bean
    NavigationEntry registersEntry() {
        return new NavigationEntry("core.register.navigation", "/core/registers", 36, RegisterAuthorities.READ);
    }

    /** What the month was like in the registers of a place. */
    @Bean
    ReportSection registersReport() {
        return new ReportSection(
                "core.report.registers",
                180,
                List.of(RegisterMonth.ENTERED, RegisterMonth.CURRENT, RegisterMonth.DUE, RegisterMonth.OVERDUE));
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

package io.qiangcun.core.procedure;

import io.qiangcun.core.attachment.AttachmentKind;
import io.qiangcun.core.dashboard.PlaceFact;
import io.qiangcun.core.job.RecurringJob;
import io.qiangcun.core.module.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProcedureConfiguration {

    @Bean
    NavigationEntry casesEntry() {
        return new NavigationEntry("core.procedure.navigation", "/core/cases", 35, ProcedureAuthorities.READ);
    }

    @Bean
    AttachmentKind procedureActFiles() {
        return new AttachmentKind(CaseService.ATTACHMENTS, ProcedureAuthorities.READ);
    }

    /** Times follow the calendar, and the warnings of the night follow them. */
    @Bean
    RecurringJob procedureTimesJob(CaseService cases) {
        return new RecurringJob("core.procedure-times", "DAILY|00:06", false, cases::recompute);
    }

    @Bean
    PlaceFact openCasesOfPlace() {
        return new PlaceFact(
                PlaceFact.Subject.WORK,
                30,
                "core.place.fact.cases-open",
                ProcedureAuthorities.READ,
                "select count(*) from procedure_case where place_code >= :lo and place_code < :hi and state = 'OPEN'",
                "/core/cases?state=OPEN&place={place}");
    }
}

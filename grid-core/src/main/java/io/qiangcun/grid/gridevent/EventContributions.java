package io.qiangcun.grid.gridevent;

import io.qiangcun.core.attachment.AttachmentKind;
import io.qiangcun.core.job.RecurringJob;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What grid events give to the engines. */
@Configuration(proxyBeanMethods = false)
class EventContributions {

    @Bean
    AttachmentKind gridEventAttachments() {
        return new AttachmentKind(GridEventService.ATTACHMENTS, EventAuthorities.READ_EVENTS);
    }

    @Bean
    RecurringJob gridEventEscalation(EventEscalation escalation) {
        return new RecurringJob("grid.event-escalation", "FIXED_DELAY|5m", false, escalation::run);
    }
}

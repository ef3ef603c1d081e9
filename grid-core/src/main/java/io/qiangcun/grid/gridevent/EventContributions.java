package io.qiangcun.grid.gridevent;

import io.qiangcun.core.attachment.AttachmentKind;
import io.qiangcun.core.job.RecurringJob;
import io.qiangcun.core.report.ReportSection;
import java.util.List;
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
    ReportSection gridEventReport() {
        return new ReportSection(
                "grid.report.events",
                160,
                List.of(
                        "grid.events-reported",
                        "grid.events-closed",
                        "grid.events-closed-in-time",
                        "grid.events-in-time-share",
                        "grid.events-on-spot",
                        "grid.events-answered",
                        "grid.events-solved",
                        "grid.events-solved-share",
                        "grid.events-overdue"));
    }

    @Bean
    RecurringJob gridEventEscalation(EventEscalation escalation) {
        return new RecurringJob("grid.event-escalation", "FIXED_DELAY|300s", false, escalation::run);
    }
}

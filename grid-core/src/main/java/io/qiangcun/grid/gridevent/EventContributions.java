package io.qiangcun.grid.gridevent;

import io.qiangcun.core.attachment.AttachmentKind;
import io.qiangcun.core.job.RecurringJob;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.report.ReportSection;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    /** Reports of which nobody has said in time what becomes of them. */
    @Bean
    EventLateRule untriagedGridEvents(JdbcClient database, EventRules rules, Clock clock) {
        return new EventLateRule("grid.event-untriaged", "e.state = 'REPORTED'", database, rules, clock);
    }

    @Bean
    EventLateRule overdueGridEvents(JdbcClient database, EventRules rules, Clock clock) {
        return new EventLateRule("grid.event-overdue", "e.state <> 'REPORTED'", database, rules, clock);
    }

    /** Events with which whoever has them has done nothing for days. */
    @Bean
    EventCountRule idleGridEvents(JdbcClient database, RuleParameters parameters, Clock clock) {
        return new EventCountRule("grid.event-idle", "grid.event.idle-days", """
                e.state not in ('REPORTED', 'PAUSED') and (e.due_at is null or e.due_at >= :now)
                and e.moved_at < :now - make_interval(days => cast(:number as int))
                """, database, parameters, clock);
    }

    /** Events that go from one to the other instead of being settled. */
    @Bean
    EventCountRule gridEventsGoingToAndFro(JdbcClient database, RuleParameters parameters, Clock clock) {
        return new EventCountRule("grid.event-ping-pong", "grid.event.ping-pong", """
                (select count(*) from grid_event_holder held where held.event_id = e.event_id and held.running) >= :number
                and (e.returns > 0 or e.round > 1) and e.reported_at < :now
                """, database, parameters, clock);
    }
}

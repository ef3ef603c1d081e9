package io.qiangcun.core.report;

import io.qiangcun.core.job.RecurringJob;
import java.time.Clock;
import java.time.YearMonth;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** On the first of a month the past month's reports exist: the records have written them. */
@Configuration(proxyBeanMethods = false)
class ReportDrafts {

    @Bean
    RecurringJob draftReports(ReportService reports, Clock clock) {
        return new RecurringJob(
                "core.report-drafts",
                "DAILY|00:10",
                true,
                everywhere -> reports.draft(everywhere, YearMonth.now(clock).minusMonths(1)));
    }
}

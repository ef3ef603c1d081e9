package io.qiangcun.party.standard;

import io.qiangcun.core.attachment.AttachmentKind;
import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.report.ReportSection;
import io.qiangcun.party.PartyAuthorities;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What standards give to the engines. */
@Configuration(proxyBeanMethods = false)
class StandardContributions {

    @Bean
    AttachmentKind standardAttachments() {
        return new AttachmentKind(CheckService.ATTACHMENTS, PartyAuthorities.READ_STANDARDS);
    }

    @Bean
    ReportSection standardReport() {
        return new ReportSection(
                "party.report.standards",
                140,
                List.of(
                        "party.standard-checks",
                        "party.standard-items-asked",
                        "party.standard-items-met",
                        "party.standard-pass-rate",
                        "party.standard-items-fixed"));
    }

    @Bean
    MetricSource standardMetrics() {
        return () -> List.of(
                MetricDefinition.sum("party.standard-checks", MetricUnit.TIMES, Better.MORE, """
                        select c.place_code, c.checked_on as day, 1::numeric as amount, e.title as label,
                          '/party/standards/checks/' || c.check_id as href
                        from party_standard_check c join party_standard_edition e on e.edition_id = c.edition_id
                        where c.place_code >= :lo and c.place_code < :hi and c.checked_on >= :from and c.checked_on < :until
                        """),
                MetricDefinition.sum(
                        "party.standard-items-asked", MetricUnit.ITEMS, Better.NEUTRAL, items("a.counted is not null")),
                MetricDefinition.sum("party.standard-items-met", MetricUnit.ITEMS, Better.MORE, items("a.counted")),
                MetricDefinition.share(
                        "party.standard-pass-rate",
                        Better.MORE,
                        "party.standard-items-met",
                        "party.standard-items-asked"),
                MetricDefinition.sum("party.standard-items-fixed", MetricUnit.ITEMS, Better.MORE, """
                        select a.place_code, a.fixed_on as day, 1::numeric as amount, a.title as label,
                          '/party/standards/checks/' || a.check_id as href
                        from party_standard_answer a
                        where a.place_code >= :lo and a.place_code < :hi and a.fixed_on >= :from and a.fixed_on < :until
                        """));
    }

    private static String items(String which) {
        return """
                select c.place_code, c.confirmed_on as day, 1::numeric as amount, a.title as label,
                  '/party/standards/checks/' || c.check_id as href
                from party_standard_check c join party_standard_answer a on a.check_id = c.check_id
                where c.place_code >= :lo and c.place_code < :hi and c.confirmed_on >= :from and c.confirmed_on < :until
                  and c.status = 'CONFIRMED' and %s
                """.formatted(which);
    }
}

package io.qiangcun.party.points;

import io.qiangcun.core.attachment.AttachmentKind;
import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.module.PublicPage;
import io.qiangcun.core.report.ReportSection;
import io.qiangcun.party.PartyAuthorities;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What points give to the engines: how the work with them goes, never how many somebody has. */
@Configuration(proxyBeanMethods = false)
class PointsContributions {

    @Bean
    AttachmentKind pointsAttachments() {
        return new AttachmentKind(PointsService.ATTACHMENTS, PartyAuthorities.READ_POINTS);
    }

    @Bean
    PublicPage ownPointsPage() {
        return new PublicPage("/party/slip", "party.points.own.title");
    }

    @Bean
    ReportSection pointsReport() {
        return new ReportSection(
                "party.report.points",
                130,
                List.of("party.points-approved", "party.points-published", "party.points-objections"));
    }

    @Bean
    MetricSource pointsMetrics() {
        return () -> List.of(
                MetricDefinition.sum("party.points-approved", MetricUnit.ITEMS, Better.NEUTRAL, """
                        select e.place_code, e.fact_on as day, 1::numeric as amount, e.fact as label,
                          '/party/points/entries/' || e.entry_id as href
                        from party_points_entry e
                        where e.place_code >= :lo and e.place_code < :hi and e.fact_on >= :from and e.fact_on < :until
                          and e.status = 'APPROVED' and not e.reversed and e.reverses is null
                        """),
                MetricDefinition.sum("party.points-published", MetricUnit.TIMES, Better.MORE, """
                        select u.place_code, u.published_on as day, 1::numeric as amount, o.name as label,
                          '/party/points/publications/' || u.publication_id as href
                        from party_points_publication u
                          join party_organisation o on o.organisation_id = u.organisation_id
                        where u.place_code >= :lo and u.place_code < :hi and u.published_on >= :from
                          and u.published_on < :until
                        """),
                MetricDefinition.sum("party.points-objections", MetricUnit.ITEMS, Better.NEUTRAL, """
                        select b.place_code, b.raised_on as day, 1::numeric as amount, b.content as label,
                          '/party/points/objections/' || b.objection_id as href
                        from party_points_objection b
                        where b.place_code >= :lo and b.place_code < :hi and b.raised_on >= :from and b.raised_on < :until
                        """));
    }
}

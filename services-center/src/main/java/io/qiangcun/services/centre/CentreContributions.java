package io.qiangcun.services.centre;

import io.qiangcun.core.attachment.AttachmentKind;
import io.qiangcun.core.dashboard.DashboardCard;
import io.qiangcun.core.dashboard.DashboardCardProvider;
import io.qiangcun.core.dashboard.PlaceFact;
import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.core.module.PublicPage;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.report.ReportSection;
import io.qiangcun.services.ServicesAuthorities;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What centres give to the engines. */
@Configuration(proxyBeanMethods = false)
class CentreContributions {

    private static final String ATTACHMENTS = "services.centre";

    private static final String OPEN = """
            select c.place_code, c.opened_on as day, 1::numeric as amount, c.name as label, '/services/centres/' || c.centre_id as href
            from services_centre c
            where c.place_code >= :lo and c.place_code < :hi and c.opened_on < :until
              and (c.closed_on is null or c.closed_on >= :until) and %s
            """;

    private static final String PLACES = """
            select p.place_code, p.valid_from as day, 1::numeric as amount, p.name as label,
              '/services/centres?place=' || p.place_code as href
            from place p
            where p.place_code >= :lo and p.place_code < :hi
              and p.category in ('COUNTY', 'TOWNSHIP', 'SUBDISTRICT', 'VILLAGE', 'COMMUNITY') and p.valid_from < :until
              and (p.valid_to is null or p.valid_to >= :until) and %s
            """;

    @Bean
    NavigationEntry centreNavigation() {
        return new NavigationEntry(
                "services.centre.list.title", "/services/centres", 500, ServicesAuthorities.READ_CENTRES);
    }

    @Bean
    PublicPage openCentres() {
        return new PublicPage("/services/centre", "services.centre.open.title");
    }

    @Bean
    PlaceFact centresOfPlace() {
        return new PlaceFact(
                PlaceFact.Subject.WORK,
                90,
                "services.centre.list.title",
                ServicesAuthorities.READ_CENTRES,
                "select count(*) from services_centre where place_code >= :lo and place_code < :hi and state <> 'CLOSED'",
                "/services/centres?place={place}");
    }

    @Bean
    ReportSection centreSection() {
        return new ReportSection(
                "services.report.centre",
                400,
                List.of("services.centres", "services.centre-visits", "services.checks-answered-share"));
    }

    @Bean
    AttachmentKind centreAttachments() {
        return new AttachmentKind(ATTACHMENTS, ServicesAuthorities.READ_CENTRES);
    }

    @Bean
    DashboardCardProvider centreCard() {
        return new DashboardCardProvider() {
            @Override
            public Optional<DashboardCard> cardFor(Jurisdiction jurisdiction, LocalDate today) {
                return Optional.of(new DashboardCard(
                        "services.centre.card",
                        List.of("services.centres", "services.centre-coverage", "services.centres-demonstration"),
                        "/services/centres"));
            }

            @Override
            public int getOrder() {
                return 200;
            }
        };
    }

    @Bean
    MetricSource centreMetrics() {
        return () -> List.of(
                MetricDefinition.sum("services.centres", MetricUnit.UNITS, Better.MORE, OPEN.formatted("true"))
                        .knownForCertain(),
                MetricDefinition.sum(
                                "services.centres-demonstration", MetricUnit.UNITS, Better.MORE, OPEN.formatted("""
                                exists (select from services_centre_tag g where g.centre_id = c.centre_id and g.awarded_on < :until
                                  and (g.revoked_on is null or g.revoked_on >= :until))
                                """))
                        .knownForCertain(),
                MetricDefinition.sum(
                                "services.centre-places", MetricUnit.UNITS, Better.NEUTRAL, PLACES.formatted("true"))
                        .knownForCertain(),
                MetricDefinition.sum(
                                "services.centre-places-covered", MetricUnit.UNITS, Better.MORE, PLACES.formatted("""
                                exists (select from services_centre c where c.place_code = p.place_code and c.kind = 'CENTRE'
                                  and c.opened_on < :until and (c.closed_on is null or c.closed_on >= :until))
                                """))
                        .knownForCertain(),
                MetricDefinition.share(
                                "services.centre-coverage",
                                Better.MORE,
                                "services.centre-places-covered",
                                "services.centre-places")
                        .knownForCertain(),
                MetricDefinition.sum("services.centre-visits", MetricUnit.TIMES, Better.NEUTRAL, """
                        select v.place_code, v.visited_on as day, 1::numeric as amount, c.name as label,
                          '/services/centres/' || c.centre_id as href
                        from services_centre_visit v join services_centre c on c.centre_id = v.centre_id
                        where v.place_code >= :lo and v.place_code < :hi and v.voided_on is null
                          and v.visited_on >= :from and v.visited_on < :until
                        """)
                        .knownForCertain());
    }
}

package io.qiangcun.economy.cooperative;

import io.qiangcun.core.attachment.AttachmentKind;
import io.qiangcun.core.dashboard.DashboardCard;
import io.qiangcun.core.dashboard.DashboardCardProvider;
import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.core.number.NumberSubject;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.economy.EconomyAuthorities;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What cooperatives give to the engines. */
@Configuration(proxyBeanMethods = false)
class CooperativeContributions {

    static final String ATTACHMENTS = "economy.cooperative";

    private static final String LED = """
            select c.place_code, c.founded_on as day, 1::numeric as amount, c.name as label,
              '/economy/cooperatives/' || c.cooperative_id as href
            from economy_cooperative c
            where c.place_code >= :lo and c.place_code < :hi and c.kind = 'COOPERATIVE' and c.founded_on < :until
              and (c.dissolved_on is null or c.dissolved_on >= :until) and %s
            """;

    private static final String VILLAGES = """
            select p.place_code, p.valid_from as day, 1::numeric as amount, p.name as label,
              '/economy/cooperatives/coverage?place=' || p.place_code as href
            from place p
            where p.place_code >= :lo and p.place_code < :hi and p.category = 'VILLAGE' and p.valid_from < :until
              and (p.valid_to is null or p.valid_to >= :until) and %s
            """;

    @Bean
    NavigationEntry cooperativeNavigation() {
        return new NavigationEntry(
                "economy.cooperative.list.title", "/economy/cooperatives", 430, EconomyAuthorities.READ_COOPERATIVES);
    }

    @Bean
    NumberSubject cooperativeNumbers() {
        return new NumberSubject("economy.number.subject.COOPERATIVE", 203, "economy.cooperative.");
    }

    @Bean
    AttachmentKind cooperativeAttachments() {
        return new AttachmentKind(ATTACHMENTS, EconomyAuthorities.READ_COOPERATIVES);
    }

    @Bean
    DashboardCardProvider cooperativeCard() {
        return new DashboardCardProvider() {
            @Override
            public Optional<DashboardCard> cardFor(Jurisdiction jurisdiction, LocalDate today) {
                return Optional.of(new DashboardCard(
                        "economy.cooperative.card",
                        List.of(
                                "economy.cooperatives",
                                "economy.cooperative-coverage",
                                "economy.cooperatives-demonstration"),
                        "/economy/cooperatives/coverage"));
            }

            @Override
            public int getOrder() {
                return 150;
            }
        };
    }

    @Bean
    MetricSource cooperativeMetrics() {
        return () -> List.of(
                MetricDefinition.sum("economy.cooperatives", MetricUnit.UNITS, Better.MORE, LED.formatted("true"))
                        .knownForCertain(),
                MetricDefinition.sum(
                                "economy.cooperatives-demonstration", MetricUnit.UNITS, Better.MORE, LED.formatted("""
                                exists (select from economy_cooperative_tag g where g.cooperative_id = c.cooperative_id
                                  and g.awarded_on < :until and (g.revoked_on is null or g.revoked_on >= :until))
                                """))
                        .knownForCertain(),
                MetricDefinition.sum(
                                "economy.cooperative-villages",
                                MetricUnit.UNITS,
                                Better.NEUTRAL,
                                VILLAGES.formatted("true"))
                        .knownForCertain(),
                MetricDefinition.sum(
                                "economy.cooperative-villages-covered",
                                MetricUnit.UNITS,
                                Better.MORE,
                                VILLAGES.formatted("""
                                exists (select from economy_cooperative c where c.place_code = p.place_code
                                  and c.kind = 'COOPERATIVE' and c.founded_on < :until
                                  and (c.dissolved_on is null or c.dissolved_on >= :until))
                                """))
                        .knownForCertain(),
                MetricDefinition.share(
                                "economy.cooperative-coverage",
                                Better.MORE,
                                "economy.cooperative-villages-covered",
                                "economy.cooperative-villages")
                        .knownForCertain());
    }
}

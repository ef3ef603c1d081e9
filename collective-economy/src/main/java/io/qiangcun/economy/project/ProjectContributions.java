package io.qiangcun.economy.project;

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
import io.qiangcun.core.report.ReportSection;
import io.qiangcun.economy.EconomyAuthorities;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What support projects give to the engines. */
@Configuration(proxyBeanMethods = false)
class ProjectContributions {

    private static final String HREF = "'/economy/projects/' || r.project_id as href";

    private static final String MONEY = """
            select m.place_code, m.on_day as day, m.amount, r.name as label, %s
            from economy_project_money m join economy_project r on r.project_id = m.project_id
            where m.place_code >= :lo and m.place_code < :hi and m.kind = '%s' and m.on_day >= :from and m.on_day < :until
            """;

    @Bean
    NavigationEntry projectNavigation() {
        return new NavigationEntry(
                "economy.project.list.title", "/economy/projects", 450, EconomyAuthorities.READ_PROJECTS);
    }

    @Bean
    NumberSubject projectNumbers() {
        return new NumberSubject("economy.number.subject.PROJECT", 205, "economy.project.");
    }

    @Bean
    AttachmentKind projectAttachments() {
        return new AttachmentKind("economy.project", EconomyAuthorities.READ_PROJECTS);
    }

    @Bean
    DashboardCardProvider projectCard() {
        return new DashboardCardProvider() {
            @Override
            public Optional<DashboardCard> cardFor(Jurisdiction jurisdiction, LocalDate today) {
                return Optional.of(new DashboardCard(
                        "economy.project.card",
                        List.of(
                                "economy.projects",
                                "economy.project-granted",
                                "economy.project-spent",
                                "economy.project-income"),
                        "/economy/projects"));
            }

            @Override
            public int getOrder() {
                return 160;
            }
        };
    }

    @Bean
    ReportSection projectSection() {
        return new ReportSection(
                "economy.report.project",
                330,
                List.of(
                        "economy.projects",
                        "economy.project-granted",
                        "economy.project-spent",
                        "economy.project-income"));
    }

    @Bean
    MetricSource projectMetrics() {
        return () -> List.of(
                MetricDefinition.sum("economy.projects", MetricUnit.ITEMS, Better.NEUTRAL, """
                        select r.place_code, r.approved_on as day, 1::numeric as amount, r.name as label, %s
                        from economy_project r
                        where r.place_code >= :lo and r.place_code < :hi and r.approved_on < :until
                          and (r.stopped_on is null or r.stopped_on >= :until)
                        """.formatted(HREF))
                        .knownForCertain(),
                MetricDefinition.sum(
                                "economy.project-granted",
                                MetricUnit.YUAN,
                                Better.NEUTRAL,
                                MONEY.formatted(HREF, "GRANTED"))
                        .knownForCertain(),
                MetricDefinition.sum(
                                "economy.project-spent",
                                MetricUnit.YUAN,
                                Better.NEUTRAL,
                                MONEY.formatted(HREF, "SPENT"))
                        .knownForCertain(),
                MetricDefinition.sum("economy.project-income", MetricUnit.YUAN, Better.MORE, """
                        select i.place_code, i.on_day as day, i.amount, r.name as label, %s
                        from economy_project_income i join economy_project r on r.project_id = i.project_id
                        where i.place_code >= :lo and i.place_code < :hi and i.on_day >= :from and i.on_day < :until
                        """.formatted(HREF))
                        .knownForCertain());
    }
}

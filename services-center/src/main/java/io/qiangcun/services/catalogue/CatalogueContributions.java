package io.qiangcun.services.catalogue;

import io.qiangcun.core.dashboard.DashboardCard;
import io.qiangcun.core.dashboard.DashboardCardProvider;
import io.qiangcun.core.job.RecurringJob;
import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.core.module.PublicPage;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.report.ReportSection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the catalogue gives to the engines. */
@Configuration(proxyBeanMethods = false)
class CatalogueContributions {

    /** The editions that hold in each county at the end of the period, by code; its own before the one that came with the application. */
    private static final String HELD = """
            select p.place_code, coalesce((i.published_at at time zone 'Asia/Shanghai')::date, p.valid_from) as day, 1::numeric as amount,
              %1$s as label, %2$s as href
            from place p
              cross join lateral (
                select distinct on (i.code) i.code, i.name, i.kind, i.state, i.category, i.published_at from services_item i
                where i.state in ('PUBLISHED', 'RETIRED') and (i.within is null or i.within = p.place_code)
                  and (i.published_at is null or i.published_at < cast(:until as timestamp) at time zone 'Asia/Shanghai')
                order by i.code, i.within nulls last, i.edition desc) i
              join services_category c on c.category = i.category
            where p.place_code >= :lo and p.place_code < :hi and p.category = 'COUNTY' and i.state = 'PUBLISHED' and %3$s
            """;

    @Bean
    NavigationEntry catalogueNavigation() {
        return new NavigationEntry(
                "services.catalogue.list.title", "/services/catalogue", 510, CatalogueAuthorities.READ);
    }

    @Bean
    PublicPage openItems() {
        return new PublicPage("/services/items", "services.open.title");
    }

    /** What people type. */
    @Bean
    PublicPage openServices() {
        return PublicPage.alone("/services", "services.open.title");
    }

    /** What the registers of centres have to tell of a month. */
    @Bean
    ReportSection serviceSection() {
        return new ReportSection(
                "services.report.service",
                420,
                List.of(
                        "services.volunteer-post-rows",
                        "services.volunteer-hours-sum-hours",
                        "services.volunteer-hours-sum-people",
                        "services.report-in-activity-rows",
                        "services.report-in-feedback-rows",
                        "services.practical-matter-done-share",
                        "services.facility-booking-rows"));
    }

    @Bean
    MetricSource catalogueMetrics() {
        return () -> List.of(
                items("services.items-public", "i.kind = 'PUBLIC_SERVICE'"),
                items("services.items-approval", "i.kind = 'ADMIN_APPROVAL'"),
                stock("services.item-categories", """
                        select distinct on (held.place_code, held.label) held.* from (%s) held
                        order by held.place_code, held.label, held.day
                        """.formatted(
                                HELD.formatted("c.name", "'/services/catalogue?category=' || c.category", "true"))));
    }

    private static MetricDefinition items(String code, String kind) {
        return stock(code, HELD.formatted("i.name", "'/services/catalogue/' || i.code", kind));
    }

    private static MetricDefinition stock(String code, String sql) {
        return MetricDefinition.sum(code, MetricUnit.ITEMS, Better.NEUTRAL, sql).knownForCertain();
    }

    /** Items are the county's; those below it offer them. */
    @Bean
    DashboardCardProvider catalogueCard() {
        var card = new DashboardCard(
                "services.catalogue.card",
                List.of("services.item-categories", "services.items-public", "services.items-approval"),
                "/services/catalogue");
        return new DashboardCardProvider() {
            @Override
            public Optional<DashboardCard> cardFor(Jurisdiction jurisdiction, LocalDate today) {
                return Optional.of(card).filter(one -> jurisdiction.level() == PlaceKind.COUNTY);
            }

            @Override
            public int getOrder() {
                return 205;
            }
        };
    }

    @Bean
    RecurringJob lookupsWrittenDown(ItemLookups lookups) {
        return new RecurringJob("services-lookups", "FIXED_DELAY|60s", false, everywhere -> lookups.writeDown());
    }
}

package io.qiangcun.services.catalogue;

import io.qiangcun.core.job.RecurringJob;
import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.core.module.PublicPage;
import io.qiangcun.core.report.ReportSection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the catalogue gives to the engines. */
@Configuration(proxyBeanMethods = false)
class CatalogueContributions {

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
    RecurringJob lookupsWrittenDown(ItemLookups lookups) {
        return new RecurringJob("services-lookups", "FIXED_DELAY|60s", false, everywhere -> lookups.writeDown());
    }
}

package io.qiangcun.services.published;

import io.qiangcun.core.module.PublicPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is published gives its pages to everybody. */
@Configuration(proxyBeanMethods = false)
class PublishedContributions {

    @Bean
    PublicPage openProjects() {
        return new PublicPage("/services/projects", "services.published.projects");
    }

    @Bean
    PublicPage openVenues() {
        return new PublicPage("/services/venues", "services.published.venues");
    }
}

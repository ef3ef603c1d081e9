package io.qiangcun.grid.gridevent.web;

import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.core.module.PublicPage;
import io.qiangcun.grid.gridevent.EventAuthorities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages of grid events stand. */
@Configuration(proxyBeanMethods = false)
class EventPages {

    @Bean
    NavigationEntry gridEventNavigation() {
        return new NavigationEntry("grid.event.list.title", "/grid/events", 25, EventAuthorities.READ_EVENTS);
    }

    @Bean
    NavigationEntry gridCallNavigation() {
        return new NavigationEntry("grid.event.calls.title", "/grid/calls", 320, EventAuthorities.READ_EVENTS);
    }

    @Bean
    PublicPage gridEventSlipPage() {
        return new PublicPage("/grid/slip", "grid.event.own.title");
    }
}

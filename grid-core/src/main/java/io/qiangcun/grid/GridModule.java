package io.qiangcun.grid;

import io.qiangcun.core.module.DomainModule;
import io.qiangcun.core.module.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** All that the grid domain contributes to the application, in one place. */
@Configuration(proxyBeanMethods = false)
class GridModule {

    @Bean
    DomainModule grid() {
        return new DomainModule("grid", 150);
    }

    @Bean
    NavigationEntry gridNetworkNavigation() {
        return new NavigationEntry("grid.network.title", "/grid/network", 310, GridAuthorities.READ_GRIDS);
    }

    @Bean
    NavigationEntry gridNumbersNavigation() {
        return new NavigationEntry("grid.number.title", "/grid/numbers", 390, GridAuthorities.READ_GRIDS);
    }
}

package io.qiangcun.grid;

import io.qiangcun.core.module.DomainModule;
import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.core.number.NumberSubject;
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
    NumberSubject gridNetworkNumbers() {
        return new NumberSubject("grid.number.subject.NETWORK", 200, "grid.network.");
    }

    @Bean
    NumberSubject gridEventNumbers() {
        return new NumberSubject("grid.number.subject.EVENT", 201, "grid.event.");
    }

    @Bean
    NumberSubject gridIncidentNumbers() {
        return new NumberSubject("grid.number.subject.INCIDENT", 202, "grid.incident.");
    }

    @Bean
    NumberSubject gridBroadcastNumbers() {
        return new NumberSubject("grid.number.subject.BROADCAST", 203, "grid.broadcast.");
    }

    @Bean
    NumberSubject gridShopNumbers() {
        return new NumberSubject("grid.number.subject.SHOP", 204, "grid.shop.");
    }

    @Bean
    NumberSubject gridOthersNumbers() {
        return new NumberSubject("grid.number.subject.OTHERS", 205, "grid.");
    }
}

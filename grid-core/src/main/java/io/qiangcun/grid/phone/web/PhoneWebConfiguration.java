package io.qiangcun.grid.phone.web;

import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.grid.phone.PhoneAuthorities;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Where the page of the phone stands, and the addresses of what it is made of. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PhoneProperties.class)
class PhoneWebConfiguration implements WebMvcConfigurer {

    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private final PhoneShell shell;

    PhoneWebConfiguration(PhoneShell shell) {
        this.shell = shell;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(PhoneShell.ADDRESS + "**")
                .addResourceLocations(PhoneShell.LOCATION)
                .setCacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addFixedVersionStrategy(shell.version(), "/**"));
    }

    @Bean
    NavigationEntry phoneNavigation() {
        return new NavigationEntry("grid.phone.title", "/grid/phone", 24, PhoneAuthorities.USE_PHONE);
    }

    @Bean
    NavigationEntry waitingNavigation() {
        return new NavigationEntry(
                "grid.phone.waiting.title", "/grid/phone/waiting", 330, PhoneAuthorities.OVERSEE_PHONES);
    }
}

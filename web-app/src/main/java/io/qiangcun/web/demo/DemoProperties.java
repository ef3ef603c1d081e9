package io.qiangcun.web.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Demo mode.
 *
 * @param enabled fills a new database with the demo county and lets its accounts, whose password everybody knows, sign in
 * @param years how far back its history goes
 */
@ConfigurationProperties("qiangcun.demo")
public record DemoProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("1") int years) {

    public static final String PASSWORD = "Qiangcun#2026";

    public DemoProperties {
        if (years < 1 || years > 10) {
            throw new IllegalArgumentException("qiangcun.demo.years lies between 1 and 10");
        }
    }
}

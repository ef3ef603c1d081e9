package io.qiangcun.web.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Demo mode.
 *
 * @param enabled fills a new database with the demo county and lets its accounts, whose password everybody knows, sign in
 * @param months how far back its history goes
 */
@ConfigurationProperties("qiangcun.demo")
public record DemoProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("12") int months) {

    public static final String PASSWORD = "Qiangcun#2026";

    public DemoProperties {
        if (months < 1 || months > 120) {
            throw new IllegalArgumentException("qiangcun.demo.months lies between 1 and 120");
        }
    }
}

package io.qiangcun.browser;

import io.qiangcun.testkit.PostgresInitializer;
import io.qiangcun.testkit.TestApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** A journey through the demonstration county in Chromium; skipped, and said so, where there is none. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ExtendWith(NeedsChromium.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"qiangcun.demo.enabled=true", "qiangcun.demo.months=4"})
@ContextConfiguration(
        classes = {TestApplication.class, DemoCounty.class},
        initializers = PostgresInitializer.class)
@interface BrowserTest {}

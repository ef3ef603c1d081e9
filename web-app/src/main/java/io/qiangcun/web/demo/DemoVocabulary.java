package io.qiangcun.web.demo;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The county of the demo is a banner, however the demo was started; whoever configures other words gets them. */
class DemoVocabulary implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty("qiangcun.demo.enabled", Boolean.class, false)) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("demoVocabulary", Map.of("qiangcun.vocabulary", "banner")));
        }
    }
}

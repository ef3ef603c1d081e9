package io.qiangcun.web.demo;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.module.AtStart;
import io.qiangcun.core.place.Jurisdiction;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Before anything else runs: fills a new database in demo mode, and refuses to mix a demo with the real thing, because
 * everybody knows the demo's password.
 */
@Component
@EnableConfigurationProperties(DemoProperties.class)
class DemoLoader extends AtStart {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);

    private final DemoProperties properties;
    private final DemoData data;

    DemoLoader(DemoProperties properties, DemoData data) {
        super(Order.DATA);
        this.properties = properties;
        this.data = data;
    }

    @Override
    protected void run() {
        try (var scope = Scope.as(Jurisdiction.everywhere())) {
            if (properties.enabled() && data.isNew()) {
                var begin = System.nanoTime();
                LOG.info("Filling the database with the demo county; this takes up to a minute");
                data.load(properties.months());
                LOG.info(
                        "Demo county ready after {} s",
                        Duration.ofNanos(System.nanoTime() - begin).toSeconds());
            } else if (properties.enabled() != data.isDemo()) {
                throw new DemoModeMismatch(properties.enabled());
            }
        }
    }
}

package io.qiangcun.web.demo;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever waits for the first start how far it is. */
class DemoProgress {

    private static final Logger LOG = LoggerFactory.getLogger(DemoProgress.class);

    private long since = System.nanoTime();

    void done(String part) {
        var now = System.nanoTime();
        LOG.info(
                "Demo county: {} after {} ms",
                part,
                Duration.ofNanos(now - since).toMillis());
        since = now;
    }
}

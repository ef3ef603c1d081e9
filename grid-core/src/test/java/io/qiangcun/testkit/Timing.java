package io.qiangcun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something that must not take long, and says how long it took. */
public final class Timing {

    private static final Logger log = LoggerFactory.getLogger(Timing.class);

    private Timing() {}

    /** Fails if the work takes longer than the limit, which leaves room for a busy machine. */
    public static <T> T within(Duration limit, String what, Supplier<T> work) {
        var start = System.nanoTime();
        var result = work.get();
        var taken = Duration.ofNanos(System.nanoTime() - start);
        log.info("{}: {} ms", what, taken.toMillis());
        assertThat(taken).as(what).isLessThan(limit);
        return result;
    }
}

package io.qiangcun.core.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.SignInProperties;
import io.qiangcun.testkit.TestClock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AddressLimitTests {

    private static final Duration DAY = Duration.ofDays(1);

    private final TestClock clock = new TestClock();
    private final AddressLimit limit =
            new AddressLimit(new SignInProperties(5, DAY, DAY, DAY, DAY, 3, 30, Duration.ofMinutes(1), 2, DAY), clock);

    @Test
    void allowsThirtyAtOnceAndThenOneEveryTwoSeconds() {
        assertThat(taken(100)).isEqualTo(30);
        assertThat(limit.take("192.0.2.1")).contains(Duration.ofSeconds(2));

        clock.advance(Duration.ofSeconds(2));
        assertThat(taken(2)).isEqualTo(1);
        clock.advance(Duration.ofMinutes(10));
        assertThat(taken(100)).isEqualTo(30);
    }

    @Test
    void countsEachAddressByItself() {
        taken(30);

        assertThat(limit.take("192.0.2.2")).isEmpty();
    }

    @Test
    void forgetsWhoWasNotHeardOfForLongest() {
        taken(30);
        IntStream.range(0, 10_000).forEach(i -> limit.take("198.51." + i / 256 + "." + i % 256));

        assertThat(limit.take("192.0.2.1")).isEmpty();
    }

    private long taken(int tries) {
        return IntStream.range(0, tries)
                .filter(i -> limit.take("192.0.2.1").isEmpty())
                .count();
    }
}

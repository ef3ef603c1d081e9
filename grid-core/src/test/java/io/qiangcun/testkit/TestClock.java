package io.qiangcun.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/** The clock of all tests: ten in the morning of Monday 16 November 2026, until a test sets another day. */
@Component
public class TestClock extends Clock {

    public static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalTime TEN = LocalTime.of(10, 0);

    private volatile Instant now = TODAY.atTime(TEN).atZone(CHINA).toInstant();

    /** Moves to ten in the morning of the day; the test that does so calls {@link #reset} afterwards. */
    public void set(LocalDate day) {
        now = ZonedDateTime.of(day, TEN, CHINA).toInstant();
    }

    /** Lets time pass; the test that does so calls {@link #reset} afterwards. */
    public void advance(Duration time) {
        now = now.plus(time);
    }

    public void reset() {
        set(TODAY);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return CHINA;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}

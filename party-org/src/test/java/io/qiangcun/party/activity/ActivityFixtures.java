package io.qiangcun.party.activity;

import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.time.LocalTime;

/** What branches might have held. */
public final class ActivityFixtures {

    public static final LocalDate YESTERDAY = TestClock.TODAY.minusDays(1);

    private ActivityFixtures() {}

    public static ActivityContent membersMeeting(String topic) {
        return held(ActivityKind.MEMBERS_MEETING, topic, YESTERDAY);
    }

    public static ActivityContent held(ActivityKind kind, String topic, LocalDate on) {
        return new ActivityContent(
                kind,
                on,
                LocalTime.of(9, 0),
                "Village hall",
                topic,
                "Chair",
                "Scribe",
                20,
                18,
                "Two in town",
                "What was said",
                "First decision\n\nSecond decision",
                null);
    }
}

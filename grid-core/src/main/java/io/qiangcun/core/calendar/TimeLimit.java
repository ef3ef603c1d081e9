package io.qiangcun.core.calendar;

import java.time.Duration;

/** How much time somebody has. */
public record TimeLimit(int amount, Pace pace) {

    public TimeLimit {
        if (amount < 1) {
            throw new IllegalArgumentException("Nobody can do anything in " + amount + " " + pace);
        }
    }

    /** The time that has to count before it is used up. */
    Duration counted() {
        return switch (pace) {
            case HOURS -> Duration.ofHours(amount);
            case OFFICE_MINUTES -> Duration.ofMinutes(amount);
            case WORKING_DAYS -> Duration.ofDays(amount);
        };
    }

    /** Somewhat more of the same. */
    public TimeLimit plus(int more) {
        return new TimeLimit(amount + more, pace);
    }

    /** So many per cent more, begun units counted whole. */
    public TimeLimit stretchedBy(int percent) {
        return plus((amount * percent + 99) / 100);
    }
}

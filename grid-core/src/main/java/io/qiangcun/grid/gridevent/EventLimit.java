package io.qiangcun.grid.gridevent;

import io.qiangcun.core.calendar.Pace;
import io.qiangcun.core.calendar.TimeLimit;

/** How much time there is, and who says so. */
public record EventLimit(int amount, Pace pace, String basisKind, String basisSource) {

    TimeLimit time() {
        return new TimeLimit(amount, pace);
    }

    public String paceKey() {
        return "grid.event.pace." + pace;
    }
}

package io.qiangcun.grid.gridevent;

/** The numbers in force on a day that say how often and how long something may be done. */
record Settings(
        int returns,
        int extensions,
        int extensionPercent,
        int escalationPercent,
        int reopenDays,
        int whistleUrgentHours,
        int whistleHours) {}

package io.qiangcun.core.job;

import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.qiangcun.core.place.Jurisdiction;
import java.util.function.Consumer;

/**
 * Work done again and again without anybody asking. Declare it as a bean; it runs on one node at a time, inside the
 * scope of all places, and must do no harm when it is run twice.
 *
 * @param name stable, dotted, starting with the module code
 * @param schedule as db-scheduler reads it: {@code DAILY|00:10} or {@code FIXED_DELAY|10s}, in China's time
 * @param atStart whether it also runs when the application starts, before the first request
 */
public record RecurringJob(String name, String schedule, boolean atStart, Consumer<Jurisdiction> work) {

    private static final String ZONE = "|Asia/Shanghai";

    /** @throws Schedules.UnrecognizableSchedule where the application declares it, not where it is started */
    public RecurringJob {
        times(schedule);
    }

    /** When it runs. */
    Schedule times() {
        return times(schedule);
    }

    private static Schedule times(String schedule) {
        return Schedules.parseSchedule(schedule.startsWith("DAILY") ? schedule + ZONE : schedule);
    }
}

package io.qiangcun.core.job;

import static java.util.stream.Collectors.groupingBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the jobs that want it at the start, before the web server accepts a request, and all of them at their times from
 * then on. {@code qiangcun.jobs.enabled=false} leaves them to another node.
 */
@Component
@ConditionalOnBooleanProperty(name = "qiangcun.jobs.enabled", matchIfMissing = true)
class JobScheduler implements SmartLifecycle {

    /** After whatever fills the database, which says 0, and before the web server. */
    private static final int PHASE = 1000;

    /** At the start too, what another job needs comes before it. */
    private static final Comparator<RecurringJob> IN_THE_ORDER_OF_THE_DAY =
            Comparator.comparing(RecurringJob::schedule).thenComparing(RecurringJob::name);

    private static final int THREADS = 2;
    private static final Duration POLLING = Duration.ofSeconds(5);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(20);

    private final List<RecurringJob> jobs;
    private final JobRunner runner;
    private final Scheduler scheduler;
    private volatile boolean running;

    JobScheduler(DataSource database, ObjectProvider<RecurringJob> jobs, JobRunner runner) {
        this.jobs = jobs.stream().sorted(IN_THE_ORDER_OF_THE_DAY).toList();
        this.runner = runner;
        checkNames();
        this.scheduler = Scheduler.create(database)
                .startTasks(this.jobs.stream().map(this::task).toList())
                .threads(THREADS)
                .pollingInterval(POLLING)
                .shutdownMaxWait(PATIENCE_AT_THE_END)
                // the pool hands out connections with auto-commit off
                .commitWhenAutocommitDisabled(true)
                .build();
    }

    private RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), job.times()).execute((instance, context) -> runner.run(job));
    }

    private void checkNames() {
        jobs.stream().collect(groupingBy(RecurringJob::name)).forEach((name, same) -> {
            if (same.size() > 1) {
                throw new IllegalStateException("Two jobs are called " + name);
            }
        });
    }

    @Override
    public void start() {
        jobs.stream().filter(RecurringJob::atStart).forEach(runner::runOrLog);
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        scheduler.stop();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}

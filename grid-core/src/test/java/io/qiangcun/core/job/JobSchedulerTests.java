package io.qiangcun.core.job;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules.UnrecognizableSchedule;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.testkit.ApplicationTest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Jobs of this test only: the scheduler of the application is switched off in tests. */
@ApplicationTest
class JobSchedulerTests {

    @Autowired
    DataSource dataSource;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JobRunner runner;

    @Test
    void runsAJobAtTheStartAndAgainAtItsTimes() throws InterruptedException {
        var runs = new CountDownLatch(2);
        var scheduler = schedulerOf(job("core.test-counting", "FIXED_DELAY|1s", everywhere -> runs.countDown()));

        scheduler.start();
        try {
            assertThat(runs.await(30, SECONDS)).isTrue();
        } finally {
            scheduler.stop();
        }
    }

    @Test
    void runsAJobInTheScopeOfAllPlaces() {
        var scope = new StringBuilder();

        runner.run(job("core.test-looking", "DAILY|00:10", everywhere -> scope.append(readScope())));

        assertThat(scope).hasToString("0 : 0 :");
        assertThat(readScope()).isEqualTo("~  ~ ");
    }

    @Test
    void startsAlthoughAJobFails() {
        var scheduler = schedulerOf(job("core.test-failing", "DAILY|00:10", everywhere -> {
            throw new IllegalStateException("on purpose");
        }));

        scheduler.start();
        try {
            assertThat(scheduler.isRunning()).isTrue();
        } finally {
            scheduler.stop();
        }
    }

    @Test
    void keepsChinasTimeWhereverTheMachineStands() {
        var job = job("core.test-daily", "DAILY|00:10", everywhere -> {});
        var noonInChina = Instant.parse("2026-11-16T04:00:00Z");

        var next = job.times().getNextExecutionTime(ExecutionComplete.simulatedSuccess(noonInChina));

        assertThat(next).isEqualTo(Instant.parse("2026-11-16T16:10:00Z"));
    }

    @Test
    void refusesTwoJobsOfOneNameAndTimesItCannotRead() {
        var job = job("core.test-twice", "DAILY|00:10", everywhere -> {});

        assertThatThrownBy(() -> schedulerOf(job, job)).hasMessageContaining("core.test-twice");
        assertThatThrownBy(() -> job("core.test-odd", "FIXED_DELAY|5m", everywhere -> {}))
                .isInstanceOf(UnrecognizableSchedule.class);
    }

    private static RecurringJob job(String name, String schedule, Consumer<Jurisdiction> work) {
        return new RecurringJob(name, schedule, true, work);
    }

    private JobScheduler schedulerOf(RecurringJob... jobs) {
        var beans = new StaticListableBeanFactory();
        List.of(jobs)
                .forEach(job ->
                        beans.addBean("job" + System.identityHashCode(job) + beans.getBeanDefinitionCount(), job));
        return new JobScheduler(dataSource, beans.getBeanProvider(RecurringJob.class), runner);
    }

    private String readScope() {
        var scope = new TransactionTemplate(transactions)
                .execute(status -> database.sql("""
                select concat_ws(' ', current_setting('qiangcun.lo'), current_setting('qiangcun.hi'),
                                      current_setting('qiangcun.wlo'), current_setting('qiangcun.whi'))
                """).query(String.class).single());
        return String.valueOf(scope);
    }
}

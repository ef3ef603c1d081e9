package io.qiangcun.core.job;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs one job inside the scope of all places and says how long it took; a job that fails is tried again next time. */
@Component
class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    /** Jobs that run every few seconds are not news. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

    void run(RecurringJob job) {
        var begin = System.nanoTime();
        try (var scope = Scope.as(Jurisdiction.everywhere())) {
            job.work().accept(Jurisdiction.everywhere());
        }
        var taken = Duration.ofNanos(System.nanoTime() - begin);
        if (taken.compareTo(WORTH_TELLING) >= 0 || job.schedule().startsWith("DAILY")) {
            LOG.info("{} took {} ms", job.name(), taken.toMillis());
        } else {
            LOG.debug("{} took {} ms", job.name(), taken.toMillis());
        }
    }

    /** For jobs run at the start: the application starts although one of them fails. */
    void runOrLog(RecurringJob job) {
        try {
            run(job);
        } catch (RuntimeException e) {
            LOG.error("{} failed at the start and waits for its next time", job.name(), e);
        }
    }
}

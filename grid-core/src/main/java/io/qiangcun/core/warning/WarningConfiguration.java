package io.qiangcun.core.warning;

import io.qiangcun.core.dashboard.PlaceFact;
import io.qiangcun.core.job.RecurringJob;
import io.qiangcun.core.module.NavigationEntry;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WarningConfiguration {

    @Bean
    NavigationEntry warningsEntry() {
        return new NavigationEntry("core.warning.navigation", "/core/warnings", 20, WarningAuthorities.READ);
    }

    /** After the duties of the year ahead have been generated. */
    @Bean
    RecurringJob warningSweepJob(WarningSweep sweep, Clock clock) {
        return new RecurringJob(
                "core.warning-sweep",
                "DAILY|00:20",
                true,
                jurisdiction -> sweep.sweep(jurisdiction, LocalDate.now(clock)));
    }

    @Bean
    PlaceFact openWarningsOfPlace() {
        return new PlaceFact(
                PlaceFact.Subject.WORK,
                20,
                "core.place.fact.warnings-open",
                WarningAuthorities.READ,
                "select count(*) from warning where place_code >= :lo and place_code < :hi and ended_at is null",
                "/core/warnings?place={place}");
    }
}

package io.qiangcun.core.duty;

import io.qiangcun.core.dashboard.PlaceFact;
import io.qiangcun.core.job.RecurringJob;
import io.qiangcun.core.module.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DutyConfiguration {

    @Bean
    NavigationEntry dutiesEntry() {
        return new NavigationEntry("core.duty.navigation", "/core/duties", 30, DutyAuthorities.READ);
    }

    /** Keeps the calendar written a year ahead. */
    @Bean
    RecurringJob dutyCalendarJob(DutyCalendar calendar) {
        return new RecurringJob("core.duty-calendar", "DAILY|00:05", true, calendar::keep);
    }

    @Bean
    PlaceFact overdueDutiesOfPlace() {
        return new PlaceFact(
                PlaceFact.Subject.WORK,
                10,
                "core.place.fact.duties-overdue",
                DutyAuthorities.READ,
                """
                select count(*) from duty where place_code >= :lo and place_code < :hi
                  and archived_at is null and fulfilled_on is null and waiver_id is null and due_on < :today
                """,
                "/core/duties?view=list&state=OVERDUE&place={place}");
    }
}

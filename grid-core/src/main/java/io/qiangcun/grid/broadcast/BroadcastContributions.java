package io.qiangcun.grid.broadcast;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.dashboard.TodoProvider;
import io.qiangcun.core.dashboard.TodoProvider.Matter;
import io.qiangcun.core.dashboard.TodoProvider.Question;
import io.qiangcun.core.dashboard.TodoProvider.Urgency;
import io.qiangcun.core.job.RecurringJob;
import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.module.NavigationEntry;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What loudspeakers give to the engines. */
@Configuration(proxyBeanMethods = false)
class BroadcastContributions {

    private static final Question UNCHECKED = Question.of(
            new Matter("grid.broadcast.todo.unchecked", "/grid/broadcast?status=WRITTEN", Urgency.DUE), """
            grid_broadcast where place_code >= :lo and place_code < :hi and status = 'WRITTEN' and expires_at > :now
              and recorded_by <> :login and recorded_by_person <> :holder""");

    @Bean
    NavigationEntry broadcastNavigation() {
        return new NavigationEntry("grid.broadcast.title", "/grid/broadcast", 360, BroadcastAuthorities.READ);
    }

    @Bean
    RecurringJob broadcastRoundsJob(BroadcastRounds rounds) {
        return new RecurringJob("grid.broadcast-rounds", "FIXED_DELAY|20s", false, rounds::go);
    }

    @Bean
    TodoProvider broadcastTodos(CurrentAccount account) {
        return actor -> account.may(BroadcastAuthorities.WRITE) ? Optional.of(UNCHECKED) : Optional.empty();
    }

    @Bean
    MetricSource broadcastMetrics() {
        return () -> List.of(
                MetricDefinition.sum("grid.broadcast-spoken", MetricUnit.TIMES, Better.NEUTRAL, """
                        select d.place_code, (d.begun_at at time zone 'Asia/Shanghai')::date as day, 1::numeric as amount,
                          d.title as label, '/grid/broadcast/speakers/' || d.speaker_id as href
                        from grid_broadcast_delivery d
                        where d.place_code >= :lo and d.place_code < :hi and d.state = 'SPOKEN'
                          and (d.begun_at at time zone 'Asia/Shanghai')::date >= :from
                          and (d.begun_at at time zone 'Asia/Shanghai')::date < :until
                        """)
                        .knownForCertain(),
                MetricDefinition.sum("grid.broadcast-speakers", MetricUnit.UNITS, Better.NEUTRAL, """
                        select s.place_code, cast(:until as date) - 1 as day, 1::numeric as amount, s.name as label,
                          '/grid/broadcast/speakers/' || s.speaker_id as href
                        from grid_speaker s
                        where s.place_code >= :lo and s.place_code < :hi
                          and (s.recorded_at at time zone 'Asia/Shanghai')::date < :until
                          and (s.retired_on is null or s.retired_on >= :until)
                        """)
                        .knownForCertain());
    }
}

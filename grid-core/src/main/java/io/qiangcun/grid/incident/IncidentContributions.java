package io.qiangcun.grid.incident;

import io.qiangcun.core.dashboard.DashboardCard;
import io.qiangcun.core.dashboard.DashboardCardProvider;
import io.qiangcun.core.job.RecurringJob;
import io.qiangcun.core.metric.MetricDefinition;
import io.qiangcun.core.metric.MetricDefinition.Better;
import io.qiangcun.core.metric.MetricSource;
import io.qiangcun.core.metric.MetricUnit;
import io.qiangcun.core.module.NavigationEntry;
import io.qiangcun.core.place.Jurisdiction;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What emergencies give to the engines. */
@Configuration(proxyBeanMethods = false)
class IncidentContributions {

    private static final String SAID = """
            select distinct on (r.incident_id, r.place_code) r.place_code,
              (r.counts_at at time zone 'Asia/Shanghai')::date as day, r.%1$s::numeric as amount, c.title as label,
              '/grid/incidents/' || r.concern_id || '/reports' as href
            from grid_incident_report r join grid_incident_concern c on c.concern_id = r.concern_id
            where r.place_code >= :lo and r.place_code < :hi and r.%1$s is not null
              and (r.counts_at at time zone 'Asia/Shanghai')::date >= :from
              and (r.counts_at at time zone 'Asia/Shanghai')::date < :until
            order by r.incident_id, r.place_code, r.counts_at desc, r.received_at desc
            """;

    /** A place's own word, or that of its grids where it has said nothing. */
    private static final String STANDING = """
            select place_code, day, amount, label, href from (
              select said.*, bool_or(length(place_code) = 12) over (partition by left(place_code, 12), label) as own_word
              from (%s) said) heard
            where length(place_code) = 12 or not own_word
            """;

    @Bean
    NavigationEntry incidentsNavigation() {
        return new NavigationEntry("grid.incident.list.title", "/grid/incidents", 330, IncidentAuthorities.READ);
    }

    /** Often, because minutes count; cheap while nothing is on. */
    @Bean
    RecurringJob incidentCallsJob(RollCalls calls) {
        return new RecurringJob("grid.incident-calls", "FIXED_DELAY|10s", false, calls::summon);
    }

    @Bean
    RecurringJob incidentBulletinsJob(Bulletins bulletins) {
        return new RecurringJob("grid.incident-bulletins", "FIXED_DELAY|30s", false, bulletins::compileDue);
    }

    @Bean
    RecurringJob incidentWarningsJob(IncidentWatch watch) {
        return new RecurringJob("grid.incident-warnings", "FIXED_DELAY|60s", false, watch::warn);
    }

    @Bean
    RecurringJob incidentPurgeJob(IncidentPurge purge) {
        return new RecurringJob("grid.incident-purge", "DAILY|03:20", true, purge::purge);
    }

    @Bean
    MetricSource incidentMetrics() {
        return () -> List.of(
                MetricDefinition.sum("grid.incidents", MetricUnit.TIMES, Better.NEUTRAL, """
                        select i.place_code, (i.began_at at time zone 'Asia/Shanghai')::date as day, 1::numeric as amount,
                          i.title as label, '/grid/incidents/' || i.incident_id as href
                        from grid_incident i
                        where i.place_code >= :lo and i.place_code < :hi
                          and (i.began_at at time zone 'Asia/Shanghai')::date >= :from
                          and (i.began_at at time zone 'Asia/Shanghai')::date < :until
                        """)
                        .knownForCertain(),
                MetricDefinition.sum("grid.incident-messages", MetricUnit.ITEMS, Better.NEUTRAL, """
                        select r.place_code, (r.received_at at time zone 'Asia/Shanghai')::date as day,
                          1::numeric as amount, c.title as label, '/grid/incidents/' || r.concern_id || '/reports' as href
                        from grid_incident_report r join grid_incident_concern c on c.concern_id = r.concern_id
                        where r.place_code >= :lo and r.place_code < :hi
                          and (r.received_at at time zone 'Asia/Shanghai')::date >= :from
                          and (r.received_at at time zone 'Asia/Shanghai')::date < :until
                        """)
                        .knownForCertain(),
                said("grid.incident-evacuated", MetricUnit.PEOPLE, Figure.EVACUATED),
                said("grid.incident-hazards-removed", MetricUnit.ITEMS, Figure.HAZARDS_REMOVED));
    }

    private static MetricDefinition said(String code, MetricUnit unit, Figure figure) {
        return MetricDefinition.sum(code, unit, Better.NEUTRAL, STANDING.formatted(SAID.formatted(figure.column())))
                .knownForCertain();
    }

    @Bean
    DashboardCardProvider incidentCard(IncidentDesk desk) {
        return new DashboardCardProvider() {
            @Override
            public Optional<DashboardCard> cardFor(Jurisdiction jurisdiction, LocalDate today) {
                return desk.isOn(jurisdiction)
                        ? Optional.of(new DashboardCard(
                                "grid.incident.card",
                                List.of(
                                        "grid.incident-messages",
                                        "grid.incident-evacuated",
                                        "grid.incident-hazards-removed"),
                                "/grid/incidents"))
                        : Optional.empty();
            }

            @Override
            public int getOrder() {
                return -100;
            }
        };
    }
}

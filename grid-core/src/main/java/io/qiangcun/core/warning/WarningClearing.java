package io.qiangcun.core.warning;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Clears warnings in the transaction of the record that takes away their cause; nobody ticks a warning off. */
@Service
@Transactional
public class WarningClearing {

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WarningClearing(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Clears the open warnings of the rule about the subjects, if there are any. */
    public void clear(Jurisdiction jurisdiction, String rule, Collection<String> subjects, ClearingRecord by) {
        if (subjects.isEmpty()) {
            return;
        }
        database.sql("""
            with cleared as (
              update warning set version = version + 1, changed_at = :at, changed_by = 'system',
                status = 'CLEARED', ended_at = :at, ended_on = :today,
                cleared_by_kind = :kind, cleared_by_id = :record, cleared_by_href = :href
              where rule_code = :rule and subject in (:subjects) and ended_at is null
                and place_code >= :lo and place_code < :hi
              returning warning_id, place_code, subject, level, holder_level
            ), logged as (
              insert into warning_action (action_id, warning_id, place_code, kind, at, post, holder, level, holder_level)
              select gen_random_uuid(), warning_id, place_code, 'CLEARED', :at, 'system', 'system', level, holder_level
              from cleared
            )
            select warning_id, place_code, subject from cleared
            """)
                .param("rule", rule)
                .param("subjects", subjects)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("kind", by.kind())
                .param("record", by.id())
                .param("href", by.href())
                .param("at", OffsetDateTime.now(clock))
                .param("today", LocalDate.now(clock))
                .query((rs, i) -> new WarningCleared(
                        new WarningId(rs.getObject("warning_id", UUID.class)),
                        rule,
                        rs.getString("subject"),
                        by,
                        new PlaceCode(rs.getString("place_code"))))
                .list()
                .forEach(events::publishEvent);
    }
}

package io.qiangcun.grid.gridevent;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.grid.gridevent.EventRule.Found;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds events that are not settled although their time is used up. */
@Service
@Transactional(readOnly = true)
class EventOverdueRule implements WarningRule {

    private final JdbcClient database;
    private final EventRules rules;
    private final Clock clock;

    EventOverdueRule(JdbcClient database, EventRules rules, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "grid.event-overdue";
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        var limits = new HashMap<PlaceCode, EventLimits>();
        return EventRule.open(database, jurisdiction, clock.instant(), "e.state <> 'REPORTED' and e.due_at < :now", 0)
                .map(found -> found.since(
                        found.dueAt().atZoneSameInstant(clock.getZone()).toLocalDate(),
                        EventRule.basis(limit(limits, found))));
    }

    private EventLimit limit(Map<PlaceCode, EventLimits> limits, Found found) {
        return limits.computeIfAbsent(found.place().county(), rules::limits)
                .find(
                        found.limitLevel(),
                        found.kind(),
                        found.reportedAt().atZoneSameInstant(clock.getZone()).toLocalDate());
    }
}

package io.qiangcun.grid.gridevent;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.WarningRule;
import io.qiangcun.grid.gridevent.EventRule.Found;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
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
        var limits = new HashMap<List<String>, EventLimit>();
        return EventRule.open(database, jurisdiction, clock.instant(), "e.state <> 'REPORTED' and e.due_at < :now", 0)
                .map(found -> found.since(
                        found.dueAt().atZoneSameInstant(clock.getZone()).toLocalDate(),
                        EventRule.basis(limit(limits, found))));
    }

    private EventLimit limit(Map<List<String>, EventLimit> limits, Found found) {
        var county = found.place().county();
        var day = found.reportedAt().atZoneSameInstant(clock.getZone()).toLocalDate();
        return limits.computeIfAbsent(
                List.of(found.limitLevel().name(), found.kind(), county.value(), day.toString()),
                unknown -> rules.limit(found.limitLevel(), found.kind(), county, day));
    }
}

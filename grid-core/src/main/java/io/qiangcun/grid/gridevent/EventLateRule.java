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
import org.springframework.transaction.annotation.Transactional;

/** Finds events whose time is used up: to say what becomes of them, or to settle them. */
@Transactional(readOnly = true)
class EventLateRule implements WarningRule {

    private final String code;
    private final String stage;
    private final JdbcClient database;
    private final EventRules rules;
    private final Clock clock;

    /** @param stage which open events {@code e} it is about */
    EventLateRule(String code, String stage, JdbcClient database, EventRules rules, Clock clock) {
        this.code = code;
        this.stage = stage;
        this.database = database;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        var limits = new HashMap<PlaceCode, EventLimits>();
        return EventRule.open(database, jurisdiction, clock.instant(), stage + " and e.due_at < :now", 0)
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

package io.qiangcun.grid.gridevent;

import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.WarningRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds events with which whoever has them has done nothing for days. */
@Service
@Transactional(readOnly = true)
class EventIdleRule implements WarningRule {

    private final JdbcClient database;
    private final RuleParameters parameters;
    private final Clock clock;

    EventIdleRule(JdbcClient database, RuleParameters parameters, Clock clock) {
        this.database = database;
        this.parameters = parameters;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "grid.event-idle";
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        var parameter = parameters.parameter("grid.event.idle-days", today);
        return EventRule.open(
                        database,
                        jurisdiction,
                        clock.instant(),
                        """
                e.state not in ('REPORTED', 'PAUSED') and (e.due_at is null or e.due_at >= :now) and e.moved_at < :now - make_interval(days => cast(:number as int))
                """,
                        parameter.amount().intValueExact())
                .map(found -> found.since(
                        found.movedAt().atZoneSameInstant(clock.getZone()).toLocalDate(), EventRule.basis(parameter)));
    }
}

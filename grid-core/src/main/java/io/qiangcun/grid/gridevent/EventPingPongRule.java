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

/** Finds events that go from one to the other instead of being settled. */
@Service
@Transactional(readOnly = true)
class EventPingPongRule implements WarningRule {

    private final JdbcClient database;
    private final RuleParameters parameters;
    private final Clock clock;

    EventPingPongRule(JdbcClient database, RuleParameters parameters, Clock clock) {
        this.database = database;
        this.parameters = parameters;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "grid.event-ping-pong";
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        var parameter = parameters.parameter("grid.event.ping-pong", today);
        return EventRule.open(
                        database,
                        jurisdiction,
                        clock.instant(),
                        """
                (select count(*) from grid_event_holder held where held.event_id = e.event_id and held.running) >= :number and (e.returns > 0 or e.round > 1) and e.reported_at < :now
                """,
                        parameter.amount().intValueExact())
                .map(found -> found.since(
                        found.movedAt().atZoneSameInstant(clock.getZone()).toLocalDate(), EventRule.basis(parameter)));
    }
}

package io.qiangcun.grid.gridevent;

import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.WarningRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Finds events that exceed a number which a county may set. */
@Transactional(readOnly = true)
class EventCountRule implements WarningRule {

    private final String code;
    private final String number;
    private final String condition;
    private final JdbcClient database;
    private final RuleParameters parameters;
    private final Clock clock;

    /**
     * @param number code of the parameter
     * @param condition on the open event {@code e} and the {@code :number}
     */
    EventCountRule(
            String code, String number, String condition, JdbcClient database, RuleParameters parameters, Clock clock) {
        this.code = code;
        this.number = number;
        this.condition = condition;
        this.database = database;
        this.parameters = parameters;
        this.clock = clock;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        var parameter = parameters.parameter(number, today);
        return EventRule.open(
                        database,
                        jurisdiction,
                        clock.instant(),
                        condition,
                        parameter.amount().intValueExact())
                .map(found -> found.since(
                        found.movedAt().atZoneSameInstant(clock.getZone()).toLocalDate(), EventRule.basis(parameter)));
    }
}

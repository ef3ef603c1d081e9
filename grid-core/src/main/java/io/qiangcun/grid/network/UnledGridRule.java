package io.qiangcun.grid.network;

import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.WarningRule;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds grids that nobody answers for; micro-grids answer to the leader of their grid. */
@Service
@Transactional(readOnly = true)
class UnledGridRule implements WarningRule {

    private final JdbcClient database;
    private final RuleParameters parameters;
    private final WorkingCalendar calendar;

    UnledGridRule(JdbcClient database, RuleParameters parameters, WorkingCalendar calendar) {
        this.database = database;
        this.parameters = parameters;
        this.calendar = calendar;
    }

    @Override
    public String code() {
        return "grid.unled";
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        var rule = parameters.parameter("grid.network.unled-days", today);
        var days = calendar.workingDays();
        return database
                .sql("""
                select g.place_code, p.name, v.name as village_name, coalesce(max(w.ended_on), g.opened_on) as since
                from grid g join place p on p.place_code = g.place_code
                  join place v on v.place_code = left(g.place_code, 12)
                  left join grid_worker w on w.place_code = g.place_code and w.post = 'LEADER'
                where g.place_code >= :lo and g.place_code < :hi and g.ended_on is null and length(g.place_code) = 15
                group by g.place_code, p.name, v.name, g.opened_on
                having count(*) filter (where w.worker_id is not null and w.ended_on is null) = 0
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Unled.class)
                .list()
                .stream()
                .map(grid -> new Finding(
                        grid.placeCode(),
                        new PlaceCode(grid.placeCode().substring(0, 12)),
                        List.of(grid.villageName(), grid.name()),
                        days.plus(grid.since(), rule.amount().intValueExact()),
                        new Finding.Basis(rule.basis(), rule.source(), "", rule.source()),
                        "/grid/network/" + grid.placeCode(),
                        List.of(
                                new Fact("grid.network.fact.grid", grid.name()),
                                new Fact("grid.network.fact.since", grid.since().toString()))));
    }

    private record Unled(String placeCode, String name, String villageName, LocalDate since) {}
}

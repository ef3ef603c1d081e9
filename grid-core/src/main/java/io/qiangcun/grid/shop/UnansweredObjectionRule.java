package io.qiangcun.grid.shop;

import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.WarningRule;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds objections to points of households that nobody has answered. */
@Service
@Transactional(readOnly = true)
class UnansweredObjectionRule implements WarningRule {

    private final JdbcClient database;
    private final RuleParameters parameters;
    private final WorkingCalendar calendar;

    UnansweredObjectionRule(JdbcClient database, RuleParameters parameters, WorkingCalendar calendar) {
        this.database = database;
        this.parameters = parameters;
        this.calendar = calendar;
    }

    @Override
    public String code() {
        return "grid.shop-unanswered";
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        var rule = parameters.parameter("grid.shop.answer-days", today);
        var days = calendar.workingDays();
        return database
                .sql("""
                select o.objection_id, o.place_code, o.fact_id, f.household, o.raised_on
                from grid_shop_objection o join grid_shop_fact f on f.fact_id = o.fact_id
                where o.place_code >= :lo and o.place_code < :hi and o.outcome is null
                """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Open.class)
                .list()
                .stream()
                .map(open -> new Finding(
                        open.objectionId().toString(),
                        new PlaceCode(open.placeCode()),
                        List.of(open.household()),
                        days.onOrAfter(open.raisedOn().plusDays(rule.amount().intValueExact())),
                        new Finding.Basis(rule.basis(), "", "", rule.source()),
                        "/grid/shop/facts/" + open.factId(),
                        List.of(
                                new Fact("grid.shop.field.household", open.household()),
                                new Fact(
                                        "grid.shop.field.raised-on",
                                        open.raisedOn().toString()))));
    }

    private record Open(UUID objectionId, String placeCode, UUID factId, String household, LocalDate raisedOn) {}
}

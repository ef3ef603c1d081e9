package io.qiangcun.core.register;

import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.Finding.Fact;
import io.qiangcun.core.warning.WarningRule;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds places, and rows, that have fewer or more rows in a register than its rule wants. */
@Service
@Transactional(readOnly = true)
public class RegisterGapRule implements WarningRule {

    public static final String CODE = "core.register-gap";

    private final JdbcClient database;

    RegisterGapRule(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        return RegisterGaps.find(database, jurisdiction, today, null).stream()
                .filter(gap -> gap.begun() && gap.severity() == CountRule.Severity.WARNING)
                .filter(gap -> !gap.dueOn().isAfter(today) && jurisdiction.covers(gap.holder()))
                .map(RegisterGapRule::finding);
    }

    private static Finding finding(RegisterGap gap) {
        var about = gap.parentTitle() == null ? gap.placeName() : gap.parentTitle();
        return new Finding(
                gap.register() + ":" + gap.rule() + ":"
                        + (gap.parent() == null
                                ? gap.place().value()
                                : gap.parent().toString()),
                gap.holder(),
                List.of(gap.registerTitle(), about, gap.ruleTitle(), Long.toString(gap.rows())),
                gap.dueOn(),
                gap.basis(),
                gap.href(),
                List.of(
                        new Fact("core.register.fact.register", gap.registerTitle()),
                        new Fact("core.register.fact.place", gap.placeName()),
                        new Fact("core.register.fact.rule", gap.ruleTitle()),
                        new Fact("core.register.fact.rows", Long.toString(gap.rows())),
                        new Fact("core.register.fact.since", gap.dueOn().toString())));
    }
}

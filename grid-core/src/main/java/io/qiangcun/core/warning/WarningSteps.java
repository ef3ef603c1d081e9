package io.qiangcun.core.warning;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the table {@code warning_step}; refuses to start with a rule that has no step. */
@Service
@Transactional(readOnly = true)
class WarningSteps implements SmartInitializingSingleton {

    private final JdbcClient database;
    private final ObjectProvider<WarningRule> rules;

    WarningSteps(JdbcClient database, ObjectProvider<WarningRule> rules) {
        this.database = database;
        this.rules = rules;
    }

    StepTable of(String rule, LocalDate on) {
        return new StepTable(database.sql("""
                select working_days, level, holder_level, basis_kind, basis_text from warning_step
                where rule_code = :rule and valid_from <= :on and (valid_to is null or valid_to > :on)
                """)
                .param("rule", rule)
                .param("on", on)
                .query(WarningStep.class)
                .list());
    }

    @Override
    public void afterSingletonsInstantiated() {
        var known = database.sql("select distinct rule_code from warning_step")
                .query(String.class)
                .set();
        var without = rules.stream()
                .map(WarningRule::code)
                .filter(code -> !known.contains(code))
                .toList();
        if (!without.isEmpty()) {
            throw new IllegalStateException(
                    without.stream().collect(Collectors.joining(", ", "No rows in warning_step for the rules ", "")));
        }
    }
}

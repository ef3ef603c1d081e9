package io.qiangcun.core.parameter;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads dated numbers with their basis. A number in force on a day keeps counting for that day for ever. */
@Service
@Transactional(readOnly = true)
public class RuleParameters {

    private final JdbcClient database;

    RuleParameters(JdbcClient database) {
        this.database = database;
    }

    /** The number in force on the day. */
    public int wholeNumber(String code, LocalDate on) {
        return parameter(code, on).amount().intValueExact();
    }

    /** The parameter in force on the day, with the text that sets it. */
    public RuleParameter parameter(String code, LocalDate on) {
        return database.sql("""
            select code, amount, basis, source, valid_from, valid_to from rule_parameter
            where code = :code and valid_from <= :on and (valid_to is null or valid_to > :on)
            order by valid_from desc limit 1
            """)
                .param("code", code)
                .param("on", on)
                .query(RuleParameter.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("No rule parameter " + code + " on " + on));
    }

    /** A number and who set it: basis is one of LAW, PARTY_REG, POLICY, LOCAL, DESIGN. */
    public record RuleParameter(
            String code,
            BigDecimal amount,
            String basis,
            String source,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}

package io.qiangcun.core.warning;

import io.qiangcun.core.place.Jurisdiction;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes rules of queries, for those that are one query and no more. */
@Component
public class QueriedRules {

    /** What a query that joins {@link #by} selects, for {@link Finding.Basis#of} to read. */
    public static final String BASIS =
            "d.basis as basis_kind, d.source as basis_source, d.article as basis_article, d.wording as basis_text";

    /** For a rule that no text demands. */
    public static final String DESIGN =
            "'DESIGN' as basis_kind, '' as basis_source, '' as basis_article, '' as basis_text";

    private final JdbcClient database;

    QueriedRules(JdbcClient database) {
        this.database = database;
    }

    /** Joins the number in force on {@code :today} that a rule goes by, as {@code d}: {@code d.amount}, {@code d.valid_from}. */
    public static String by(String parameter) {
        return """
                cross join lateral (select amount, basis, source, article, wording, valid_from from rule_parameter
                  where code = '%s' and valid_from <= :today and (valid_to is null or valid_to > :today)
                  order by valid_from desc limit 1) d
                """.formatted(parameter);
    }

    /** @param sql binds {@code :lo} and {@code :hi} of the jurisdiction, and {@code :today}; one row for each finding */
    public WarningRule rule(String code, String sql, RowMapper<Finding> finding) {
        return new WarningRule() {
            @Override
            public String code() {
                return code;
            }

            @Override
            public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
                return database
                        .sql(sql)
                        .param("lo", jurisdiction.lo())
                        .param("hi", jurisdiction.hi())
                        .param("today", today)
                        .query(finding)
                        .list()
                        .stream();
            }
        };
    }
}

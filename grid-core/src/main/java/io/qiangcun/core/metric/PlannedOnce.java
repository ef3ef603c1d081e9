package io.qiangcun.core.metric;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/**
 * Asks what takes longer to plan than to do: each connection plans the statement once, for whatever values, and keeps the
 * plan. Only for what is best done the same way whatever its values are, as the sums of one village.
 */
@Component
class PlannedOnce {

    private static final String BEFORE = "set local plan_cache_mode = force_generic_plan;\n";
    private static final String AFTER = ";\nset local plan_cache_mode = auto";

    private final NamedParameterJdbcTemplate kept;

    PlannedOnce(JdbcTemplate database) {
        this.kept = new Keeping(database);
    }

    /** Inside a transaction; all of it goes to the database at once. */
    <T> List<T> query(String sql, Map<String, ?> values, RowMapper<T> row) {
        return requireNonNull(kept.execute(BEFORE + sql + AFTER, values, statement -> {
            // the setting answers nothing
            for (var answered = statement.execute(); !answered; answered = statement.getMoreResults()) {
                if (statement.getUpdateCount() < 0) {
                    throw new IllegalStateException("Asks for nothing: " + sql);
                }
            }
            return new RowMapperResultSetExtractor<>(row).extractData(statement.getResultSet());
        }));
    }

    /** Every other statement is planned for its values. */
    private static final class Keeping extends NamedParameterJdbcTemplate {

        Keeping(JdbcTemplate database) {
            super(database);
        }

        @Override
        protected PreparedStatementCreator getPreparedStatementCreator(String sql, SqlParameterSource values) {
            var creator = super.getPreparedStatementCreator(sql, values);
            return connection -> {
                var statement = creator.createPreparedStatement(connection);
                statement.unwrap(PGStatement.class).setPrepareThreshold(1);
                return statement;
            };
        }
    }
}

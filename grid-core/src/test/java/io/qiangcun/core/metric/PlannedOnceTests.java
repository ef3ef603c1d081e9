package io.qiangcun.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.testkit.ApplicationTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class PlannedOnceTests {

    private static final String SQL = "select count(*) as places from place where place_code = :code";

    @Autowired
    PlannedOnce once;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void oneAndTheSamePlanServesWhateverIsAskedNext() {
        transaction.executeWithoutResult(status -> {
            for (var code : new String[] {"150524", "150525", "150526"}) {
                once.query(SQL, Map.of("code", code), (row, number) -> row.getLong("places"));
            }

            assertThat(database.sql("""
                            select generic_plans || ' ' || custom_plans from pg_prepared_statements
                            where statement like '%count(*) as places%'
                            """).query(String.class).single()).isEqualTo("3 0");
            assertThat(database.sql("show plan_cache_mode").query(String.class).single())
                    .isEqualTo("auto");
        });
    }
}

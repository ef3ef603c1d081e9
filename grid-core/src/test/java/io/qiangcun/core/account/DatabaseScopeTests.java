package io.qiangcun.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.testkit.ApplicationTest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class DatabaseScopeTests {

    private static final Jurisdiction COUNTY = Jurisdiction.within(new PlaceCode("150622"));
    private static final Jurisdiction VILLAGE = Jurisdiction.within(new PlaceCode("150622001201"));

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager manager;

    @Test
    void tellsTheDatabaseWhereATransactionMayReadAndWrite() {
        try (var scope = Scope.as(COUNTY, VILLAGE)) {
            assertThat(toldInATransaction()).isEqualTo("150622 150622: 150622001201 150622001201:");
        }
        assertThat(toldInATransaction()).isEqualTo("~  ~ ");
    }

    /** But for those that say so, see {@code PlannedOnce}. */
    @Test
    void keepsNoPlansOnTheServer() {
        var plans = new TransactionTemplate(manager).execute(status -> IntStream.range(0, 9)
                .map(i -> database.sql(
                                "select count(*) from pg_prepared_statements where statement like '%pg_prepared%'")
                        .query(Integer.class)
                        .single())
                .sum());

        assertThat(plans).isZero();
    }

    @Test
    void leavesTheThreadFreeWhenTheConnectionIsLost(@Autowired HikariDataSource pool) {
        toldInATransaction();
        JdbcClient.create(new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), ""))
                .sql(
                        "select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()")
                .query()
                .listOfRows();

        assertThatExceptionOfType(DataAccessException.class).isThrownBy(this::toldInATransaction);
        assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                .isFalse();

        pool.getHikariPoolMXBean().softEvictConnections();
        assertThat(toldInATransaction()).isEqualTo("~  ~ ");
    }

    private String toldInATransaction() {
        return new TransactionTemplate(manager).execute(status -> told());
    }

    private String told() {
        return database.sql("select concat_ws(' ', %s, %s, %s, %s)"
                        .formatted(setting("lo"), setting("hi"), setting("wlo"), setting("whi")))
                .query(String.class)
                .single();
    }

    private static String setting(String name) {
        return "current_setting('qiangcun." + name + "', true)";
    }
}

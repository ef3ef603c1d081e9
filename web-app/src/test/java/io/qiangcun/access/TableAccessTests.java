package io.qiangcun.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.testkit.ApplicationTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every table with a place, seen from every kind of place: the rows in the range, all of them and no other. */
@ApplicationTest
class TableAccessTests {

    /** Names of places are no secret. */
    private static final List<String> READABLE_BY_ALL = List.of("place");

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager manager;

    @TestFactory
    Stream<DynamicTest> showTheRowsOfTheJurisdictionOnly(@Autowired Flyway flyway, @Autowired AccessFixtures fixtures) {
        var owner = JdbcClient.create(flyway.getConfiguration().getDataSource());
        var counties = fixtures.twoCounties();
        var own = counties.get(0);
        var scopes = new LinkedHashMap<String, Jurisdiction>();
        scopes.put("county", Jurisdiction.within(own.county()));
        scopes.put("township", Jurisdiction.within(own.township()));
        scopes.put("village", Jurisdiction.within(own.east()));
        scopes.put("another village", Jurisdiction.within(own.west()));
        scopes.put("another county", Jurisdiction.within(counties.get(1).county()));
        scopes.put("nowhere", Jurisdiction.nowhere());
        return tables(owner).stream().flatMap(table -> scopes.entrySet().stream()
                .map(scope -> DynamicTest.dynamicTest(
                        table + " from " + scope.getKey(), () -> assertRowsMatch(table, scope, owner))));
    }

    @Test
    void haveRowsToShow(@Autowired Flyway flyway, @Autowired AccessFixtures fixtures) {
        var owner = JdbcClient.create(flyway.getConfiguration().getDataSource());
        var within = Jurisdiction.within(fixtures.twoCounties().get(0).county());

        assertThat(tables(owner).stream().filter(table -> count(table, within, owner) > 0))
                .contains(
                        "account",
                        "account_holder",
                        "audit_entry",
                        "duty",
                        "monthly_report",
                        "party_activity",
                        "party_organisation",
                        "procedure_act",
                        "procedure_case",
                        "procedure_step");
    }

    private void assertRowsMatch(String table, Map.Entry<String, Jurisdiction> scope, JdbcClient owner) {
        var seen = seen(table, scope.getValue());
        if (READABLE_BY_ALL.contains(table)) {
            assertThat(seen).isEqualTo(count(table, Jurisdiction.everywhere(), owner));
        } else {
            assertThat(seen).isEqualTo(count(table, scope.getValue(), owner));
        }
    }

    private long seen(String table, Jurisdiction jurisdiction) {
        try (var scope = Scope.as(jurisdiction)) {
            return new TransactionTemplate(manager).execute(status -> database.sql("select count(*) from " + table)
                    .query(Long.class)
                    .single());
        }
    }

    private static long count(String table, Jurisdiction jurisdiction, JdbcClient owner) {
        return owner.sql("select count(*) from " + table + " where place_code >= :lo and place_code < :hi")
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(Long.class)
                .single();
    }

    private static List<String> tables(JdbcClient owner) {
        return owner.sql("""
            select c.relname from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'place_code'
            where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
              and has_table_privilege('qiangcun_app', c.oid, 'select')
            order by c.relname
            """).query(String.class).list();
    }
}

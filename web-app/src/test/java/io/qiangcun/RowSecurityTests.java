package io.qiangcun;

import static org.assertj.core.api.Assertions.assertThat;

import io.qiangcun.testkit.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the catalogue says about the tables of all modules and about the role that reads them. */
@ApplicationTest
class RowSecurityTests {

    @Autowired
    JdbcClient database;

    @Test
    void theApplicationIsNoSuperuserAndCannotBypassRowSecurity() {
        assertThat(database.sql("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void everyTableWithAPlaceIsFenced() {
        var fences = database.sql("""
                select c.relname || ': ' || concat_ws(' ',
                  case when c.relrowsecurity then 'enabled' end,
                  case when c.relforcerowsecurity then 'forced' end,
                  (select string_agg(distinct p.cmd, ' ' order by p.cmd) from pg_policies p
                    where p.tablename = c.relname and 'qiangcun_app' = any (p.roles)))
                from pg_class c join pg_attribute a on a.attrelid = c.oid
                where a.attname = 'place_code' and c.relkind in ('r', 'p')
                """).query(String.class).list();

        assertThat(fences)
                .anyMatch(fence -> fence.startsWith("place"))
                .allMatch(fence -> fence.endsWith(": enabled forced INSERT SELECT UPDATE")
                        // lines of a draft come and go; a trigger keeps those of any other voucher
                        || fence.equals("economy_line: enabled forced DELETE INSERT SELECT UPDATE"));
    }
}

package io.qiangcun.core.account;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to start on a database that would show place-bound rows to somebody who may see none. */
@Component
class RowSecurityCheck implements SmartInitializingSingleton {

    private static final String READABLE_PLACE_BOUND_TABLES = """
      select attrelid::regclass::text from pg_attribute join pg_class on pg_class.oid = attrelid
      where attname = 'place_code' and relkind in ('r', 'p') and attrelid <> 'place'::regclass
        and has_table_privilege(attrelid, 'select')
      """;

    private final JdbcClient database;

    RowSecurityCheck(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var open = database.sql(READABLE_PLACE_BOUND_TABLES).query(String.class).list().stream()
                .filter(this::isOpen)
                .toList();
        if (!open.isEmpty()) {
            throw new IllegalStateException("Row security does not hold for this role on " + open);
        }
    }

    private boolean isOpen(String table) {
        return database.sql("select not row_security_active('%1$s') or exists (select from %1$s)".formatted(table))
                .query(Boolean.class)
                .single();
    }
}

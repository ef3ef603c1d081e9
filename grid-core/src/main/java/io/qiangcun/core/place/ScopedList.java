package io.qiangcun.core.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A list of rows that grows narrower with what is asked: a select limited by {@code :lo} and {@code :hi} to a jurisdiction,
 * whose conditions are text of our own and whose values are always bound. The same rows come page by page, and all of them
 * for a spreadsheet.
 */
public final class ScopedList {

    private static final int ROWS_FETCHED = 500;

    private final StringBuilder select;
    private final Map<String, Object> values = new HashMap<>();

    private ScopedList(String select, Jurisdiction jurisdiction) {
        this.select = new StringBuilder(select);
        with("lo", jurisdiction.lo()).with("hi", jurisdiction.hi());
    }

    /** @param select ends with a condition that names both bounds of the jurisdiction */
    public static ScopedList of(String select, Jurisdiction jurisdiction) {
        return new ScopedList(select, jurisdiction);
    }

    /** A value that the select or a condition names. */
    public ScopedList with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    public ScopedList and(String condition) {
        select.append(" and ").append(condition);
        return this;
    }

    /** Nothing is asked where there is no value. */
    public ScopedList and(String condition, String name, @Nullable Object value) {
        return value == null ? this : and(condition).with(name, value instanceof Enum<?> code ? code.name() : value);
    }

    public ScopedList andIf(boolean asked, String condition) {
        return asked ? and(condition) : this;
    }

    public long count(JdbcClient database) {
        return database.sql("select count(*) from (" + select + ") listed")
                .params(values)
                .query(Long.class)
                .single();
    }

    /** @param order with the words "order by" */
    public <T> Page<T> page(JdbcClient database, String order, Pageable page, RowMapper<T> row) {
        var rows = ordered(database, order, page).query(row).list();
        return page.isPaged() ? new PageImpl<>(rows, page, count(database)) : new PageImpl<>(rows);
    }

    public <T> Page<T> page(JdbcClient database, String order, Pageable page, Class<T> row) {
        var rows = ordered(database, order, page).query(row).list();
        return page.isPaged() ? new PageImpl<>(rows, page, count(database)) : new PageImpl<>(rows);
    }

    /** The first rows, without counting the others. */
    public <T> List<T> first(JdbcClient database, String order, int limit, RowMapper<T> row) {
        return ordered(database, order, Pageable.ofSize(limit)).query(row).list();
    }

    /** The rows taken together in groups, named by what is asked around them. */
    public <T> List<T> grouped(JdbcClient database, String before, String group, String after, RowMapper<T> row) {
        return database.sql(before + select + " " + group + after)
                .params(values)
                .query(row)
                .list();
    }

    /** All rows, however many, handed over while they are read. */
    public <T> void read(JdbcClient database, String order, Class<T> row, Consumer<Iterable<T>> reader) {
        try (var rows = ordered(database, order, Pageable.unpaged()).withFetchSize(ROWS_FETCHED).query(row).stream()) {
            reader.accept(rows::iterator);
        }
    }

    private JdbcClient.StatementSpec ordered(JdbcClient database, String order, Pageable page) {
        var limit = page.isPaged() ? " limit " + page.getPageSize() + " offset " + page.getOffset() : "";
        return database.sql(select + " " + order + limit).params(values);
    }
}

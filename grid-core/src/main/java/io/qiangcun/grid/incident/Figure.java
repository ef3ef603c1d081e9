package io.qiangcun.grid.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is counted in an emergency, in the order in which it is read; each is a column of a report. */
public enum Figure {
    EVACUATED,
    IN_DANGER,
    AFFECTED,
    DEAD,
    MISSING,
    INJURED,
    HAZARDS_FOUND,
    HAZARDS_REMOVED,
    HOUSES,
    CROPS,
    LIVESTOCK;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String titleKey() {
        return "grid.incident.figure." + name();
    }

    /** Null where nobody has said it. */
    @Nullable
    Integer of(ResultSet row) throws SQLException {
        return row.getObject(column(), Integer.class);
    }

    /** A piece of SQL for each, with commas between. */
    static String each(Function<String, String> sql) {
        return Arrays.stream(values()).map(Figure::column).map(sql).collect(Collectors.joining(", "));
    }
}

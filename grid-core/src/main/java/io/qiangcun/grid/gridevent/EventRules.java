package io.qiangcun.grid.gridevent;

import io.qiangcun.core.place.PlaceCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the kinds, limits and numbers that are in force for a county on a day. */
@Service
@Transactional(readOnly = true)
public class EventRules {

    private static final String PREFIX = "grid.event.";

    private final JdbcClient database;

    EventRules(JdbcClient database) {
        this.database = database;
    }

    public EventKinds kinds(PlaceCode county, LocalDate on) {
        return EventKinds.of(database.sql("""
                select code, within, name, urgent, confidential from grid_event_kind
                where within in ('', :county) and valid_from <= :on and (valid_to is null or valid_to > :on)
                order by code, within
                """)
                .param("county", county.county().value())
                .param("on", on)
                .query(EventKind.class)
                .list());
    }

    EventLimit limit(Level level, String kind, PlaceCode county, LocalDate on) {
        return limits(county).find(level, kind, on);
    }

    /** All that a county has and had, for whoever asks for many. */
    EventLimits limits(PlaceCode county) {
        return new EventLimits(database.sql("""
                select level, kind, within, amount, pace, basis_kind, basis_source, valid_from, valid_to
                from grid_event_limit where within in ('', :county)
                """)
                .param("county", county.county().value())
                .query(EventLimits.Dated.class)
                .list());
    }

    Settings settings(LocalDate on) {
        var numbers = numbers(on);
        return new Settings(
                number(numbers, "returns"),
                number(numbers, "extensions"),
                number(numbers, "extension-percent"),
                number(numbers, "escalation-percent"),
                number(numbers, "reopen-days"),
                number(numbers, "whistle-urgent-hours"),
                number(numbers, "whistle-hours"));
    }

    int number(String code, LocalDate on) {
        return number(numbers(on), code);
    }

    /** All numbers about grid events by one question. */
    private Map<String, BigDecimal> numbers(LocalDate on) {
        return database
                .sql("""
                select distinct on (code) code, amount from rule_parameter
                where code like 'grid.event.%' and valid_from <= :on and (valid_to is null or valid_to > :on)
                order by code, valid_from desc
                """)
                .param("on", on)
                .query((row, index) -> Map.entry(row.getString("code"), row.getBigDecimal("amount")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static int number(Map<String, BigDecimal> numbers, String code) {
        var number = numbers.get(PREFIX + code);
        if (number == null) {
            throw new IllegalStateException("No rule parameter " + PREFIX + code);
        }
        return number.intValueExact();
    }
}

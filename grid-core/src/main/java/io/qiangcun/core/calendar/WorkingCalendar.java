package io.qiangcun.core.calendar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows the published exceptions to the working week and the hours of the offices; kept in memory, they change rarely. */
@Service
@Transactional
public class WorkingCalendar {

    private final JdbcClient database;
    private final AtomicReference<@Nullable WorkingDays> known = new AtomicReference<>();
    private final AtomicReference<@Nullable List<OfficeHours>> offices = new AtomicReference<>();

    WorkingCalendar(JdbcClient database) {
        this.database = database;
    }

    @Transactional(readOnly = true)
    public WorkingDays workingDays() {
        var days = known.get();
        if (days == null) {
            days = read();
            known.set(days);
        }
        return days;
    }

    /** The days that are worked with the hours of the offices: what clocks go by. */
    @Transactional(readOnly = true)
    public WorkTime workTime() {
        var hours = offices.get();
        if (hours == null) {
            hours = readOffices();
            offices.set(hours);
        }
        return new WorkTime(workingDays(), hours);
    }

    /** Enters one exception from a year's notice, or changes it. */
    public void except(LocalDate day, boolean worked, String name) {
        database.sql("""
            insert into working_day_exception (day, worked, name) values (:day, :worked, :name)
            on conflict (day) do update set worked = excluded.worked, name = excluded.name
            """)
                .param("day", day)
                .param("worked", worked)
                .param("name", name)
                .update();
        known.set(null);
    }

    private WorkingDays read() {
        var days =
                database
                        .sql("select day, worked from working_day_exception")
                        .query(ExceptionalDay.class)
                        .list()
                        .stream()
                        .collect(groupingBy(ExceptionalDay::worked, mapping(ExceptionalDay::day, toSet())));
        return new WorkingDays(days.getOrDefault(false, Set.of()), days.getOrDefault(true, Set.of()));
    }

    private List<OfficeHours> readOffices() {
        return database
                .sql("select valid_from, open_from, open_until from office_hours order by valid_from, open_from")
                .query(Hours.class)
                .list()
                .stream()
                .collect(groupingBy(
                        Hours::validFrom,
                        TreeMap::new,
                        mapping(hours -> new OfficeHours.Opening(hours.openFrom(), hours.openUntil()), toList())))
                .entrySet()
                .stream()
                .map(edition -> new OfficeHours(edition.getKey(), edition.getValue()))
                .toList();
    }

    record Hours(LocalDate validFrom, LocalTime openFrom, LocalTime openUntil) {}

    record ExceptionalDay(LocalDate day, boolean worked) {}
}

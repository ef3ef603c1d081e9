package io.qiangcun.web.demo;

import static java.util.stream.Collectors.toMap;

import io.qiangcun.core.duty.DutyCalendar;
import io.qiangcun.core.metric.MetricValue;
import io.qiangcun.core.metric.Metrics;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.report.ReportForm;
import io.qiangcun.core.report.ReportService;
import io.qiangcun.core.report.ReportingPlaces;
import io.qiangcun.core.warning.WarningSweep;
import io.qiangcun.party.activity.ActivityService;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the demo county live through its past: what was recorded and reported comes day after day, and the warnings of
 * those days are found and cleared by the same sweep that works at night.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DemoChronicle {

    private static final Jurisdiction COUNTY = Jurisdiction.within(DemoCounty.ROOT);
    private static final int ROWS = 1000;

    /** On the first of these days the past month's reports are laid out, on the last one the month before is locked. */
    private static final List<Integer> DAYS_LOOKED_AT = List.of(1, 3, 9, 20);

    private static final int LOCKING_DAY = 20;

    /** What the past is about: what was held and what was reported. Everything else is known of today only. */
    private static final List<String> RULES_OF_THE_PAST = List.of("core.duty-overdue", "core.report-review-late");

    private static final String LIFE = "party.report.organisational-life";

    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final DutyCalendar calendar;
    private final ActivityService activities;
    private final ReportService reports;
    private final ReportForm form;
    private final Metrics metrics;
    private final WarningSweep sweep;
    private final Clock clock;

    DemoChronicle(
            JdbcClient database,
            JdbcTemplate batches,
            DutyCalendar calendar,
            ActivityService activities,
            ReportService reports,
            ReportForm form,
            Metrics metrics,
            WarningSweep sweep,
            Clock clock) {
        this.database = database;
        this.batches = batches;
        this.calendar = calendar;
        this.activities = activities;
        this.reports = reports;
        this.form = form;
        this.metrics = metrics;
        this.sweep = sweep;
        this.clock = clock;
    }

    void write(List<DemoOrganisation> organisations, LocalDate from) {
        var today = LocalDate.now(clock);
        calendar.generate(COUNTY, from, today.plusYears(1));
        var history = new DemoHistory(organisations, today, clock.instant());
        history.live(duties(today), from);
        activities.recordAll(COUNTY, history.activities());
        remember(history.fulfilments());
        refreshStatistics();

        var past = new DemoReports(organisations);
        var reached = Instant.EPOCH;
        var monthsToGo = 1;
        var monthsUntilThen = 1;
        for (var day : daysFrom(from, today)) {
            var now = momentOf(day, today);
            settle(reached, now);
            report(past, day, reached, now);
            settle(reached, now);
            RULES_OF_THE_PAST.forEach(rule -> sweep.sweepNow(rule, COUNTY, day));
            reached = now;
            if (day.getDayOfMonth() == LOCKING_DAY && --monthsToGo == 0) {
                // tables that have doubled want to be looked at again, tables that have grown a little do not
                refreshStatistics();
                monthsToGo = monthsUntilThen;
                monthsUntilThen *= 2;
            }
        }
        refreshStatistics();
        sayWhatClearedWarnings();
    }

    /** The days on which something is looked at, today in the end. */
    private static List<LocalDate> daysFrom(LocalDate from, LocalDate today) {
        var days = new ArrayList<LocalDate>();
        for (var month = YearMonth.from(from); !month.isAfter(YearMonth.from(today)); month = month.plusMonths(1)) {
            for (var day : DAYS_LOOKED_AT) {
                if (month.atDay(day).isBefore(today)) {
                    days.add(month.atDay(day));
                }
            }
        }
        days.add(today);
        return days;
    }

    private Instant momentOf(LocalDate day, LocalDate today) {
        return day.equals(today)
                ? clock.instant()
                : day.atTime(LocalTime.of(0, 15)).atZone(clock.getZone()).toInstant();
    }

    private List<DemoDuty> duties(LocalDate until) {
        return database.sql("""
            select duty_id, duty_subject, record_kind, period_from, period_to, due_on from duty
            where place_code >= :lo and place_code < :hi and period_from <= :until and archived_at is null
            order by period_from, duty_subject, record_kind
            """)
                .param("lo", COUNTY.lo())
                .param("hi", COUNTY.hi())
                .param("until", until)
                .query(DemoDuty.class)
                .list();
    }

    private void remember(List<DemoFulfilment> fulfilments) {
        batches.batchUpdate("""
                insert into duty_fulfilment (fulfilment_id, place_code, record_id, record_kind, record_href, duty_subject,
                  done_on, counts_for, makes_up_for, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, fulfilments, ROWS, (row, fulfilment) -> {
            row.setObject(1, UUID.randomUUID());
            row.setString(2, fulfilment.place().value());
            row.setObject(3, fulfilment.record());
            row.setString(4, fulfilment.kind());
            row.setString(5, fulfilment.href());
            row.setObject(6, fulfilment.subject());
            row.setObject(7, fulfilment.doneOn());
            row.setObject(8, fulfilment.countsFor());
            row.setObject(9, fulfilment.makesUpFor());
            row.setTimestamp(10, Timestamp.from(fulfilment.recordedAt()));
        });
    }

    private void refreshStatistics() {
        database.sql("call refresh_statistics()").update();
    }

    /** What the records entered between the two moments fulfilled. */
    private void settle(Instant after, Instant until) {
        database.sql("""
            update duty d set
              fulfilled_on = f.done_on, fulfilled_at = f.recorded_at, record_id = f.record_id, record_href = f.record_href
            from (
              select distinct on (o.duty_id) o.duty_id, f.done_on, f.recorded_at, f.record_id, f.record_href
              from duty_fulfilment f join duty o
                on o.duty_subject = f.duty_subject and o.record_kind = f.record_kind
                  and (f.makes_up_for = o.duty_id
                    or f.makes_up_for is null and f.counts_for between o.period_from and o.period_to)
              where f.recorded_at > :after and f.recorded_at <= :until and f.place_code >= :lo and f.place_code < :hi
                and o.place_code >= :lo and o.place_code < :hi and o.archived_at is null and o.fulfilled_on is null
              order by o.duty_id, f.done_on, f.recorded_at, f.record_id
            ) f
            where d.duty_id = f.duty_id and d.place_code >= :lo and d.place_code < :hi
            """)
                .param("after", at(after))
                .param("until", at(until))
                .param("lo", COUNTY.lo())
                .param("hi", COUNTY.hi())
                .update();
    }

    private void report(DemoReports past, LocalDate day, Instant after, Instant until) {
        var month = YearMonth.from(day).minusMonths(1);
        reports.draft(COUNTY, month);
        var ofMonth = past.of(month);
        confirm(
                month,
                ofMonth.stream()
                        .filter(report -> isBetween(report.confirmedAt(), after, until))
                        .toList());
        review(ofMonth.stream()
                .filter(report -> isBetween(report.reviewedAt(), after, until))
                .toList());
        if (isLocking(day)) {
            lock(month, until);
        }
    }

    private boolean isLocking(LocalDate day) {
        return day.getDayOfMonth() == LOCKING_DAY && YearMonth.from(day).isBefore(YearMonth.now(clock));
    }

    private static boolean isBetween(Instant moment, Instant after, Instant until) {
        return moment.isAfter(after) && !moment.isAfter(until);
    }

    private void confirm(YearMonth month, List<DemoReports.Confirmed> confirmed) {
        batches.batchUpdate("""
                update monthly_report set
                  state = 'CONFIRMED', version = version + 1, confirmed_at = ?, confirmed_by = ?, changed_at = ?
                where place_code = ? and month = ?
                """, confirmed, ROWS, (row, report) -> {
            row.setTimestamp(1, Timestamp.from(report.confirmedAt()));
            row.setString(2, report.confirmedBy());
            row.setTimestamp(3, Timestamp.from(report.confirmedAt()));
            row.setString(4, report.place().value());
            row.setObject(5, report.month().atDay(1));
        });
        var ids = reportsOf(month, "");
        remember(confirmed.stream()
                .map(report -> fulfilment(report, ids.getOrDefault(report.place(), UUID.randomUUID())))
                .toList());
        freeze(month, confirmed.stream().map(DemoReports.Confirmed::place).toList(), ids, life());
    }

    private Map<PlaceCode, UUID> reportsOf(YearMonth month, String which) {
        return database
                .sql(
                        "select place_code, report_id from monthly_report where month = :month and place_code >= :lo and place_code < :hi "
                                + which)
                .param("month", month.atDay(1))
                .param("lo", COUNTY.lo())
                .param("hi", COUNTY.hi())
                .query((rs, i) ->
                        new Report(new PlaceCode(rs.getString("place_code")), rs.getObject("report_id", UUID.class)))
                .list()
                .stream()
                .collect(toMap(Report::place, Report::id));
    }

    private DemoFulfilment fulfilment(DemoReports.Confirmed report, UUID id) {
        return new DemoFulfilment(
                report.place(),
                id,
                ReportingPlaces.RECORD_KIND,
                "/core/reports/" + id,
                ReportingPlaces.subjectOf(report.place()),
                report.confirmedAt().atZone(clock.getZone()).toLocalDate(),
                report.month().atEndOfMonth(),
                null,
                report.confirmedAt());
    }

    private List<String> life() {
        return form.sections().stream()
                .filter(section -> section.code().equals(LIFE))
                .flatMap(section -> section.metrics().stream())
                .toList();
    }

    /** Once everything that the reports speak of is there: the rest of what they said, and of what was locked. */
    void complete() {
        var life = life();
        var rest =
                form.metrics().stream().filter(metric -> !life.contains(metric)).toList();
        var locked = monthsOf("state in ('LOCKED', 'MISSED')");
        for (var month : monthsOf("confirmed_at is not null")) {
            // what is locked is counted once and read from then on
            if (locked.contains(month)) {
                metrics.lock(COUNTY, month, "旗委组织部（" + DemoAccounts.holderName(1) + "）");
            }
            var ids = reportsOf(month, "and confirmed_at is not null");
            freeze(month, List.copyOf(ids.keySet()), ids, rest);
        }
    }

    private List<YearMonth> monthsOf(String which) {
        return database
                .sql("select distinct month from monthly_report where place_code >= :lo and place_code < :hi and "
                        + which + " order by month")
                .param("lo", COUNTY.lo())
                .param("hi", COUNTY.hi())
                .query(LocalDate.class)
                .list()
                .stream()
                .map(YearMonth::from)
                .toList();
    }

    private void freeze(YearMonth month, List<PlaceCode> places, Map<PlaceCode, UUID> ids, List<String> codes) {
        if (places.isEmpty() || codes.isEmpty()) {
            return;
        }
        var table = metrics.table(COUNTY, PlaceKind.VILLAGE, places, month, codes);
        var cells = places.stream()
                .flatMap(place -> codes.stream()
                        .map(metric -> new Cell(
                                ids.getOrDefault(place, UUID.randomUUID()), place, metric, table.value(place, metric))))
                .toList();
        batches.batchUpdate("""
                insert into report_cell (cell_id, report_id, place_code, metric, state, amount) values (?, ?, ?, ?, ?, ?)
                """, cells, ROWS, (row, cell) -> {
            row.setObject(1, UUID.randomUUID());
            row.setObject(2, cell.report());
            row.setString(3, cell.place().value());
            row.setString(4, cell.metric());
            row.setString(5, cell.value().state().name());
            row.setBigDecimal(6, cell.value().number());
        });
    }

    private void review(List<DemoReports.Confirmed> reviewed) {
        batches.batchUpdate("""
                update monthly_report set
                  state = 'REVIEWED', version = version + 1, reviewed_at = ?, reviewed_by = ?, changed_at = ?
                where place_code = ? and month = ? and state = 'CONFIRMED'
                """, reviewed, ROWS, (row, report) -> {
            row.setTimestamp(1, Timestamp.from(report.reviewedAt()));
            row.setString(2, report.reviewedBy());
            row.setTimestamp(3, Timestamp.from(report.reviewedAt()));
            row.setString(4, report.place().value());
            row.setObject(5, report.month().atDay(1));
        });
    }

    private void lock(YearMonth month, Instant at) {
        database.sql("""
            update monthly_report set
              state = case state when 'REVIEWED' then 'LOCKED' else 'MISSED' end,
              version = version + 1, changed_at = :at, changed_by = 'county'
            where month = :month and place_code >= :lo and place_code < :hi
            """)
                .param("month", month.atDay(1))
                .param("at", at(at))
                .param("lo", COUNTY.lo())
                .param("hi", COUNTY.hi())
                .update();
    }

    /** The sweep only sees that the cause is gone; who knows the record says it. */
    private void sayWhatClearedWarnings() {
        database.sql("""
            update warning w set
              cleared_by_kind = d.record_kind, cleared_by_id = d.record_id, cleared_by_href = d.record_href
            from duty d
            where w.status = 'CLEARED' and w.rule_code = 'core.duty-overdue' and d.duty_id::text = w.subject
              and d.record_id is not null and w.place_code >= :lo and w.place_code < :hi
              and d.place_code >= :lo and d.place_code < :hi
            """).param("lo", COUNTY.lo()).param("hi", COUNTY.hi()).update();
    }

    private OffsetDateTime at(Instant moment) {
        return moment.atZone(clock.getZone()).toOffsetDateTime();
    }

    private record Report(PlaceCode place, UUID id) {}

    private record Cell(UUID report, PlaceCode place, String metric, MetricValue value) {}
}

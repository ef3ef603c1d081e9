package io.qiangcun.core.report;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.metric.MetricValue;
import io.qiangcun.core.metric.Metrics;
import io.qiangcun.core.place.Jurisdiction;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that can be done to a monthly report. */
@Service
@Transactional
public class ReportService {

    private final MonthlyReports reports;
    private final ReportForm form;
    private final Metrics metrics;
    private final CurrentAccount account;
    private final Clock clock;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    ReportService(
            MonthlyReports reports,
            ReportForm form,
            Metrics metrics,
            CurrentAccount account,
            Clock clock,
            JdbcClient database,
            ApplicationEventPublisher events) {
        this.reports = reports;
        this.form = form;
        this.metrics = metrics;
        this.account = account;
        this.clock = clock;
        this.database = database;
        this.events = events;
    }

    /** Lays out the drafts of a month that is over, one for each place that has none; does no harm when repeated. */
    public int draft(Jurisdiction jurisdiction, YearMonth month) {
        var drafted = database.sql("""
                insert into monthly_report
                  (report_id, version, created_at, created_by, changed_at, changed_by, place_code, month, state)
                select gen_random_uuid(), 0, :now, 'system', :now, 'system', place_code, :month, 'DRAFT'
                from place
                where place_code >= :lo and place_code < :hi and length(place_code) = 12
                  and valid_from <= :end and (valid_to is null or valid_to > :month)
                on conflict on constraint monthly_report_one_per_place_and_month_key do nothing
                """)
                .param("now", OffsetDateTime.now(clock))
                .param("month", month.atDay(1))
                .param("end", month.atEndOfMonth())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .update();
        if (drafted > 0) {
            events.publishEvent(new MonthDrafted(month, drafted));
        }
        return drafted;
    }

    @PreAuthorize("hasAuthority('core.report.confirm')")
    public void confirm(Jurisdiction jurisdiction, ReportId id, long version, @Nullable String note) {
        var report = find(jurisdiction, id);
        requireVersion(report, version);
        report.confirm(
                figures(jurisdiction, report, form.metrics()), note, LocalDate.now(clock), clock.instant(), me());
        reports.save(report);
    }

    @PreAuthorize("hasAuthority('core.report.confirm')")
    public void override(Jurisdiction jurisdiction, ReportId id, String metric, BigDecimal value, String reason) {
        form.require(metric);
        var report = find(jurisdiction, id);
        report.override(metric, value, reason, me());
        reports.save(report);
    }

    @PreAuthorize("hasAuthority('core.report.confirm')")
    public void withdrawOverride(Jurisdiction jurisdiction, ReportId id, String metric) {
        form.require(metric);
        var report = find(jurisdiction, id);
        report.withdrawOverride(metric);
        reports.save(report);
    }

    @PreAuthorize("hasAuthority('core.report.confirm')")
    public void answer(Jurisdiction jurisdiction, ReportId id, String metric, String answer) {
        form.require(metric);
        var report = find(jurisdiction, id);
        var present = figures(jurisdiction, report, List.of(metric)).getOrDefault(metric, MetricValue.UNKNOWN);
        report.answer(metric, answer, present, clock.instant(), me());
        reports.save(report);
    }

    @PreAuthorize("hasAuthority('core.report.review')")
    public void ask(Jurisdiction jurisdiction, ReportId id, String metric, String question) {
        form.require(metric);
        var report = find(jurisdiction, id);
        report.ask(metric, question, clock.instant(), me());
        reports.save(report);
    }

    @PreAuthorize("hasAuthority('core.report.review')")
    public void pass(Jurisdiction jurisdiction, ReportId id, long version) {
        var report = find(jurisdiction, id);
        requireVersion(report, version);
        report.pass(clock.instant(), me());
        reports.save(report);
    }

    /** Sends a report back: the township one it is reviewing, the county also one that was passed. */
    @PreAuthorize("hasAnyAuthority('core.report.review', 'core.report.lock')")
    public void giveBack(Jurisdiction jurisdiction, ReportId id, String reason) {
        var report = find(jurisdiction, id);
        report.giveBack(reason, clock.instant());
        reports.save(report);
    }

    /** Closes the month of a county: what was reviewed is locked, what was never reported is missed, figures are stored. */
    @PreAuthorize("hasAuthority('core.report.lock')")
    public MonthLocked lock(Jurisdiction county, YearMonth month) {
        if (!month.isBefore(YearMonth.now(clock))) {
            throw new MonthNotOver(month);
        }
        if (metrics.isLocked(county, month)) {
            throw new MonthAlreadyLocked(month);
        }
        var waiting = database.sql("""
                select count(*) from monthly_report
                where month = :month and place_code >= :lo and place_code < :hi and state = 'CONFIRMED'
                """)
                .param("month", month.atDay(1))
                .param("lo", county.lo())
                .param("hi", county.hi())
                .query(Long.class)
                .single();
        if (waiting > 0) {
            throw new MonthNotReadyToLock(waiting);
        }
        var missed = move(county, month, "MISSED", "('DRAFT', 'RETURNED')");
        var locked = move(county, month, "LOCKED", "('REVIEWED')");
        metrics.lock(county, month, me());
        var event = new MonthLocked(county.root(), month, locked, missed);
        events.publishEvent(event);
        return event;
    }

    private int move(Jurisdiction county, YearMonth month, String to, String from) {
        return database.sql("""
            update monthly_report
            set state = '%s', version = version + 1, changed_at = :now, changed_by = :by
            where month = :month and place_code >= :lo and place_code < :hi and state in %s
            """.formatted(to, from))
                .param("now", OffsetDateTime.now(clock))
                .param("by", account.actor().login())
                .param("month", month.atDay(1))
                .param("lo", county.lo())
                .param("hi", county.hi())
                .update();
    }

    private Map<String, MetricValue> figures(Jurisdiction jurisdiction, MonthlyReport report, List<String> codes) {
        return metrics.reported(jurisdiction, report.placeCode(), report.month(), codes);
    }

    private MonthlyReport find(Jurisdiction jurisdiction, ReportId id) {
        return reports.findById(id, jurisdiction).orElseThrow(() -> new ReportNotFound(id));
    }

    private static void requireVersion(MonthlyReport report, long version) {
        if (!Long.valueOf(version).equals(report.getVersion())) {
            throw new ReportChangedMeanwhile();
        }
    }

    private String me() {
        var actor = account.actor();
        return actor.post() + "（" + actor.holder() + "）";
    }
}

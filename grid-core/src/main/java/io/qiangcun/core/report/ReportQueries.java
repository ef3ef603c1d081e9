package io.qiangcun.core.report;

import io.qiangcun.core.metric.MetricCatalogue;
import io.qiangcun.core.metric.MetricValue;
import io.qiangcun.core.metric.Metrics;
import io.qiangcun.core.metric.MonthsReported;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceNode;
import io.qiangcun.core.place.PlaceTree;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads reports: one, a list of them, and how far a month has come. */
@Service
@Transactional(readOnly = true)
public class ReportQueries implements MonthsReported {

    private static final String REPORTS_OF_A_MONTH = """
      from monthly_report r
      join place p on p.place_code = r.place_code
      join place t on t.place_code = left(r.place_code, 9)
      left join duty d on d.place_code = r.place_code and d.rule_code = 'core.monthly-report'
        and d.period_from = r.month and d.archived_at is null
      where r.month = :month and r.place_code >= :lo and r.place_code < :hi
        and (cast(:state as text) is null or r.state = :state)
        and (cast(:text as text) is null or position(:text in p.name) > 0)
      """;

    private final JdbcClient database;
    private final MonthlyReports reports;
    private final ReportForm form;
    private final Metrics metrics;
    private final MetricCatalogue catalogue;
    private final PlaceTree places;
    private final Clock clock;

    ReportQueries(
            JdbcClient database,
            MonthlyReports reports,
            ReportForm form,
            Metrics metrics,
            MetricCatalogue catalogue,
            PlaceTree places,
            Clock clock) {
        this.database = database;
        this.reports = reports;
        this.form = form;
        this.metrics = metrics;
        this.catalogue = catalogue;
        this.places = places;
        this.clock = clock;
    }

    /** A report with all its cells. */
    @PreAuthorize("hasAuthority('core.report.read')")
    public ReportView report(Jurisdiction jurisdiction, ReportId id) {
        var report = reports.findById(id, jurisdiction).orElseThrow(() -> new ReportNotFound(id));
        var live = metrics.reported(jurisdiction, report.placeCode(), report.month(), form.metrics());
        var path = places.path(report.placeCode());
        var sections = form.sections().stream()
                .map(section -> new ReportView.Section(
                        section.code() + ".title",
                        section.metrics().stream()
                                .map(metric -> cell(report, metric, live))
                                .toList()))
                .toList();
        return new ReportView(
                report.id(),
                Optional.ofNullable(report.getVersion()).orElse(0L),
                report.placeCode(),
                nameAt(path, PlaceKind.VILLAGE),
                nameAt(path, PlaceKind.TOWNSHIP),
                report.month(),
                report.state(),
                report.note(),
                report.returnReason(),
                report.confirmedAt(),
                report.confirmedBy(),
                report.reviewedAt(),
                report.reviewedBy(),
                sections,
                report.questions());
    }

    /** How the report of a place and month stands, once it is drafted. */
    public Optional<ReportHead> head(Jurisdiction jurisdiction, PlaceCode place, YearMonth month) {
        return database.sql("""
                select report_id, month, state from monthly_report
                where place_code = :place and month = :month and place_code >= :lo and place_code < :hi
                """)
                .param("place", place.value())
                .param("month", month.atDay(1))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((rs, i) -> new ReportHead(
                        ReportId.valueOf(rs.getString("report_id")),
                        YearMonth.from(rs.getObject("month", LocalDate.class)),
                        ReportState.valueOf(rs.getString("state"))))
                .optional();
    }

    /** Those that need somebody first: returned, then waiting for review, then not yet confirmed. */
    @PreAuthorize("hasAuthority('core.report.read')")
    public Page<ReportRow> list(Jurisdiction jurisdiction, ReportFilter filter, Pageable page) {
        var scope = filter.place() == null ? jurisdiction : jurisdiction.narrowedTo(filter.place());
        var total = bound("select count(*) " + REPORTS_OF_A_MONTH, scope, filter)
                .query(Long.class)
                .single();
        var limit = page.isPaged() ? " limit " + page.getPageSize() + " offset " + page.getOffset() : "";
        var rows = bound("""
                select r.report_id, r.place_code, p.name as place_name, t.name as township_name, r.state,
                  r.confirmed_at, r.confirmed_by, coalesce(d.late, d.due_on < :today, false) as late,
                  (select count(*) from report_question q where q.report_id = r.report_id and q.answer is null) as open_questions,
                  (select count(*) from report_cell c where c.report_id = r.report_id and c.override_amount is not null) as overrides
                """ + REPORTS_OF_A_MONTH + """
                    order by array_position(array['RETURNED', 'CONFIRMED', 'DRAFT', 'REVIEWED', 'LOCKED', 'MISSED'], r.state),
                      r.place_code""" + limit, scope, filter)
                .query(ReportRow.class)
                .list();
        return new PageImpl<>(rows, page, total);
    }

    /** How far a month has come in each place one level below, and the places in their usual order. */
    @PreAuthorize("hasAuthority('core.report.read')")
    public List<MonthProgress> progress(Jurisdiction jurisdiction, YearMonth month, PlaceKind level) {
        return database.sql("""
            select s.place_code, p.name as place_name, s.expected, s.open, s.returned, s.confirmed, s.reviewed, s.locked, s.missed
            from (
              select left(place_code, :digits) as place_code, count(*) as expected,
                count(*) filter (where state = 'DRAFT') as open,
                count(*) filter (where state = 'RETURNED') as returned,
                count(*) filter (where state = 'CONFIRMED') as confirmed,
                count(*) filter (where state = 'REVIEWED') as reviewed,
                count(*) filter (where state = 'LOCKED') as locked,
                count(*) filter (where state = 'MISSED') as missed
              from monthly_report
              where month = :month and place_code >= :lo and place_code < :hi
              group by 1) s
            join place p on p.place_code = s.place_code
            order by s.place_code
            """)
                .param("digits", level.digits())
                .param("month", month.atDay(1))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query(MonthProgress.class)
                .list();
    }

    /** The months that have reports, latest first. */
    public List<YearMonth> months(Jurisdiction jurisdiction) {
        return database.sql("""
            select distinct month from monthly_report where place_code >= :lo and place_code < :hi
            order by month desc limit 60
            """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((rs, i) -> YearMonth.from(rs.getObject("month", LocalDate.class)))
                .list();
    }

    @Override
    public Set<PlaceCode> missing(Jurisdiction jurisdiction, YearMonth month) {
        return new HashSet<>(database.sql("""
                select place_code from monthly_report
                where month = :month and place_code >= :lo and place_code < :hi
                  and state in ('DRAFT', 'RETURNED', 'MISSED')
                """)
                .param("month", month.atDay(1))
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((rs, i) -> new PlaceCode(rs.getString("place_code")))
                .list());
    }

    private ReportView.Cell cell(MonthlyReport report, String metric, Map<String, MetricValue> live) {
        var now = live.getOrDefault(metric, MetricValue.NOTHING);
        var kept = report.cell(metric);
        var frozen = kept.map(ReportCell::frozen)
                .filter(value -> report.state().isFrozen())
                .orElse(null);
        var askedAbout = report.isAskedAbout(metric);
        return new ReportView.Cell(
                catalogue.metric(metric),
                frozen == null ? now : frozen,
                now,
                kept.map(ReportCell::overrideAmount).orElse(null),
                kept.map(ReportCell::overrideReason).orElse(null),
                kept.map(ReportCell::overriddenBy).orElse(null),
                askedAbout,
                report.state().isOpen() || (report.state() == ReportState.CONFIRMED && askedAbout));
    }

    private JdbcClient.StatementSpec bound(String sql, Jurisdiction scope, ReportFilter filter) {
        return database.sql(sql)
                .param("month", filter.month().atDay(1))
                .param("today", LocalDate.now(clock))
                .param("lo", scope.lo())
                .param("hi", scope.hi())
                .param("state", nameOf(filter.state()))
                .param(
                        "text",
                        filter.text() == null || filter.text().isBlank()
                                ? null
                                : filter.text().strip());
    }

    private static @Nullable String nameOf(@Nullable ReportState state) {
        return state == null ? null : state.name();
    }

    private static String nameAt(List<PlaceNode> path, PlaceKind level) {
        return path.stream()
                .filter(node -> node.code().kind() == level)
                .map(PlaceNode::name)
                .findFirst()
                .orElse("");
    }
}

package io.qiangcun.core.report;

import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.warning.Finding;
import io.qiangcun.core.warning.WarningRule;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A confirmed report that the township leaves lying: time upstairs is not the village's. */
@Component
@Transactional(readOnly = true)
class ReviewLateRule implements WarningRule {

    private static final String LIMIT = "core.report.review-working-days";

    private final JdbcClient database;
    private final RuleParameters parameters;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ReviewLateRule(JdbcClient database, RuleParameters parameters, WorkingCalendar calendar, Clock clock) {
        this.database = database;
        this.parameters = parameters;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "core.report-review-late";
    }

    @Override
    public Stream<Finding> findings(Jurisdiction jurisdiction, LocalDate today) {
        var limit = parameters.parameter(LIMIT, today);
        var days = calendar.workingDays();
        var basis = new Finding.Basis(limit.basis(), limit.source(), "", "");
        return database
                .sql("""
            select left(r.place_code, 9) as township, t.name, count(*) as reports,
              min(r.confirmed_at) as since, to_char(min(r.month), 'YYYY-MM') as month
            from monthly_report r join place t on t.place_code = left(r.place_code, 9)
            where r.state = 'CONFIRMED' and r.place_code >= :lo and r.place_code < :hi
              and not exists (select from report_question q where q.report_id = r.report_id and q.answer is null)
            group by 1, 2
            """)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .query((rs, i) -> new Waiting(
                        rs.getString("township"),
                        rs.getString("name"),
                        rs.getInt("reports"),
                        rs.getObject("since", OffsetDateTime.class),
                        rs.getString("month")))
                .list()
                .stream()
                .map(waiting -> finding(
                        waiting,
                        days.plus(dayOf(waiting.since()), limit.amount().intValueExact()),
                        basis))
                .filter(finding -> finding.dueOn().isBefore(today));
    }

    private Finding finding(Waiting waiting, LocalDate dueOn, Finding.Basis basis) {
        return new Finding(
                waiting.township(),
                new PlaceCode(waiting.township()),
                List.of(waiting.name(), String.valueOf(waiting.reports())),
                dueOn,
                basis,
                "/core/reports?state=CONFIRMED&month=" + waiting.month(),
                List.of(
                        new Finding.Fact("core.report-review-late.reports", String.valueOf(waiting.reports())),
                        new Finding.Fact(
                                "core.report-review-late.since",
                                dayOf(waiting.since()).toString())));
    }

    private LocalDate dayOf(OffsetDateTime moment) {
        return moment.atZoneSameInstant(clock.getZone()).toLocalDate();
    }

    private record Waiting(String township, String name, int reports, OffsetDateTime since, String month) {}
}

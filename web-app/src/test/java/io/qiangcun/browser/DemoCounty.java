package io.qiangcun.browser;

import io.qiangcun.core.account.Scope;
import io.qiangcun.core.job.RecurringJob;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.report.ReportService;
import io.qiangcun.core.warning.WarningSweep;
import io.qiangcun.testkit.TestClock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds people in the demonstration county whom a story can happen to, and lets nights pass there. */
@TestComponent
class DemoCounty {

    static final String PASSWORD = "Qiangcun#2026";

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final ReportService reports;
    private final WarningSweep sweep;
    private final TestClock clock;
    private final ObjectProvider<RecurringJob> jobs;

    DemoCounty(
            JdbcClient database,
            PlatformTransactionManager manager,
            ReportService reports,
            WarningSweep sweep,
            TestClock clock,
            ObjectProvider<RecurringJob> jobs) {
        this.jobs = jobs;
        this.database = database;
        this.transactions = new TransactionTemplate(manager);
        this.reports = reports;
        this.sweep = sweep;
        this.clock = clock;
    }

    /** A village that owes something it did not do in time, a committee meeting if there is one. */
    Missed missedMeeting() {
        return everywhere("""
                select w.warning_id as warning, w.place_code as village, p.name as name, r.title as title
                from warning w
                  join duty d on d.duty_id::text = w.subject
                  join duty_rule r on r.rule_id = d.rule_id
                  join place p on p.place_code = w.place_code
                where w.rule_code = 'core.duty-overdue' and w.ended_at is null and d.due_on < date '%s'
                  and d.record_kind in ('COMMITTEE_MEETING', 'GROUP_MEETING', 'THEME_DAY', 'MEMBERS_MEETING')
                  and p.category = 'VILLAGE'
                order by d.record_kind, w.due_on desc, w.place_code limit 1
                """.formatted(TestClock.TODAY), Missed.class);
    }

    /** A day passes without anything else. */
    void livesOn(LocalDate day) {
        clock.set(day);
    }

    /** Members of the branch in a village, by name, with the vote. */
    List<String> fullMembers(String village) {
        return all("""
                select m.person_id::text from party_member m
                where m.place_code = '%s' and m.full_on < date '2023-01-01' and m.ended_on is null
                order by m.person_id limit 2
                """.formatted(village));
    }

    /** What somebody's membership is now. */
    List<String> memberships(String name) {
        return all("""
                select m.standing from party_member m join person h on h.person_id = m.person_id
                where h.name = '%s' and m.ended_on is null
                """.formatted(name));
    }

    /** The deputy in the Party's committee of a village. */
    String deputy(String village) {
        return all("""
                select h.name from party_post s join person h on h.person_id = s.person_id
                where s.place_code = '%s' and s.track = 'PARTY' and s.role = 'DEPUTY' and s.ended_on is null
                """.formatted(village)).get(0);
    }

    /** How many grid events say this. */
    int reports(String content) {
        return all("select event_id::text from grid_event where content = '%s'".formatted(content))
                .size();
    }

    int photosOfReport(String content) {
        return all("""
                select a.attachment_id::text from attachment a join grid_event e on e.event_id = a.owner_id
                where e.content = '%s'
                """.formatted(content)).size();
    }

    /** Where the event that says this is shown. */
    String pageOfEvent(String content) {
        return "/grid/events/"
                + all("select event_id::text from grid_event where content = '%s'".formatted(content))
                        .get(0);
    }

    /** What is done again and again, done now. */
    void runs(String job) {
        var found = jobs.stream().filter(one -> one.name().equals(job)).findFirst();
        try (var scope = Scope.as(Jurisdiction.everywhere())) {
            found.orElseThrow().work().accept(Jurisdiction.everywhere());
        }
    }

    private List<String> all(String sql) {
        try (var scope = Scope.as(Jurisdiction.everywhere())) {
            return Objects.requireNonNull(transactions.execute(
                    status -> database.sql(sql).query(String.class).list()));
        }
    }

    /** The night to a new day: last month's reports are laid out, warnings are found. */
    void wakesUpOn(LocalDate day) {
        clock.set(day);
        try (var scope = Scope.as(Jurisdiction.everywhere())) {
            reports.draft(Jurisdiction.everywhere(), YearMonth.from(day).minusMonths(1));
            sweep.sweep(Jurisdiction.everywhere(), day);
        }
    }

    void goesBackToToday() {
        clock.reset();
    }

    private <T> T everywhere(String sql, Class<T> type) {
        try (var scope = Scope.as(Jurisdiction.everywhere())) {
            var found =
                    transactions.execute(status -> database.sql(sql).query(type).single());
            if (found == null) {
                throw new IllegalStateException("The demonstration county has none");
            }
            return found;
        }
    }

    /** A duty missed: the warning about it, and whose it is. */
    record Missed(String warning, String village, String name, String title) {

        String township() {
            return new PlaceCode(village).parent().orElseThrow().value();
        }
    }
}

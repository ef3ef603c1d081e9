package io.qiangcun.economy.project;

import io.qiangcun.core.account.CurrentAccount;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.economy.EconomyAuthorities;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads support projects, their money and what they earn. */
@Component
@Transactional(readOnly = true)
public class ProjectQueries {

    private static final String MAY_READ = "hasAuthority('" + EconomyAuthorities.READ_PROJECTS + "')";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What is late first of a project that runs: a milestone, or its end. */
    static final String LATE = """
            (case when r.state in ('APPROVED', 'RUNNING') then least(r.planned_until, (select min(s.planned_on)
              from economy_project_step s where s.project_id = r.project_id and s.done_on is null and not s.dropped)) end)
            """;

    private static final String ROWS = """
            select r.project_id, r.version, r.place_code, p.name as place_name, t.name as township_name, r.number, r.name, r.content,
              r.supply_chain, r.industry_chain, r.value_chain, r.approved_on, r.approved_by, r.planned_from, r.planned_until,
              r.income_target, r.started_on, r.completed_on, r.accepted_on, r.stopped_on, r.stopped_reason, r.no_income_reason,
              r.book_id, d.name as detail, r.state, r.recorded_by_person, g.budget, g.sources,
              coalesce(m.granted, 0) as granted, coalesce(m.spent, 0) as spent, coalesce(m.returned, 0) as returned,
              coalesce(i.income, 0) as income,
              (select count(*) from economy_project_step s where s.project_id = r.project_id and not s.dropped) as steps,
              (select count(*) from economy_project_step s where s.project_id = r.project_id and s.done_on is not null) as reached,
              case when %1$s < :today then %1$s end as late_since
            from economy_project r
              join place p on p.place_code = r.place_code
              left join place t on t.place_code = left(r.place_code, 9) and length(r.place_code) > 9
              left join economy_detail d on d.detail_id = r.detail_id
              left join lateral (select sum(b.amount) as budget, string_agg(f.name, '、' order by f.position) as sources
                from economy_project_budget b join economy_fund_source f on f.source = b.source
                where b.project_id = r.project_id and b.amount > 0) g on true
              left join lateral (select sum(y.amount) filter (where y.kind = 'GRANTED') as granted,
                  sum(y.amount) filter (where y.kind = 'SPENT') as spent, sum(y.amount) filter (where y.kind = 'RETURNED') as returned
                from economy_project_money y where y.project_id = r.project_id) m on true
              left join lateral (select sum(e.amount) as income from economy_project_income e
                where e.project_id = r.project_id) i on true
            where r.place_code >= :lo and r.place_code < :hi
            """.formatted(LATE);

    private final JdbcClient database;
    private final CurrentAccount account;
    private final Clock clock;

    ProjectQueries(JdbcClient database, CurrentAccount account, Clock clock) {
        this.database = database;
        this.account = account;
        this.clock = clock;
    }

    /** Which projects are looked for; null and empty for any. */
    public record Filter(
            @Nullable PlaceCode place,
            @Nullable ProjectState state,
            @Nullable String source,
            @Nullable Integer year,
            boolean late,
            boolean overspent,
            String text) {}

    /**
     * A project as it stands.
     *
     * @param income since it was completed
     * @param detail by which its lines in the book are known; null while it is in none
     * @param lateSince the day by which a milestone or its end was planned; null while nothing is late
     */
    public record View(
            UUID projectId,
            long version,
            String placeCode,
            String placeName,
            @Nullable String townshipName,
            String number,
            String name,
            String content,
            boolean supplyChain,
            boolean industryChain,
            boolean valueChain,
            LocalDate approvedOn,
            String approvedBy,
            LocalDate plannedFrom,
            LocalDate plannedUntil,
            @Nullable BigDecimal incomeTarget,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate completedOn,
            @Nullable LocalDate acceptedOn,
            @Nullable LocalDate stoppedOn,
            String stoppedReason,
            String noIncomeReason,
            @Nullable UUID bookId,
            @Nullable String detail,
            ProjectState state,
            String recordedByPerson,
            BigDecimal budget,
            String sources,
            BigDecimal granted,
            BigDecimal spent,
            BigDecimal returned,
            BigDecimal income,
            int steps,
            int reached,
            @Nullable LocalDate lateSince) {

        public ProjectId id() {
            return new ProjectId(projectId);
        }

        public PlaceCode place() {
            return new PlaceCode(placeCode);
        }

        /** What is left of what came. */
        public BigDecimal left() {
            return granted.subtract(spent).subtract(returned);
        }

        public boolean isOverspent() {
            return left().signum() < 0;
        }

        /** Of what was approved, in whole per cent; may be more than a hundred. */
        public int percentSpent() {
            return budget.signum() == 0
                    ? 0
                    : spent.multiply(HUNDRED)
                            .divide(budget, 0, RoundingMode.DOWN)
                            .intValue();
        }

        public boolean isOpen() {
            return state != ProjectState.ACCEPTED && state != ProjectState.STOPPED;
        }
    }

    @PreAuthorize(MAY_READ)
    public Page<View> projects(Jurisdiction jurisdiction, Filter filter, Pageable page) {
        var place = filter.place();
        var year = filter.year();
        return ScopedList.of(ROWS, place == null ? jurisdiction : jurisdiction.narrowedTo(place))
                .with("today", today())
                .and("r.state = :state", "state", filter.state())
                .and(
                        "exists (select from economy_project_budget b where b.project_id = r.project_id and b.source = :source and b.amount > 0)",
                        "source",
                        filter.source())
                .and(
                        "r.approved_on >= make_date(:year, 1, 1) and r.approved_on < make_date(:year + 1, 1, 1)",
                        "year",
                        year)
                .andIf(filter.late(), LATE + " < :today")
                .andIf(filter.overspent(), "m.spent > coalesce(m.granted, 0) - coalesce(m.returned, 0)")
                .and(
                        "(r.number = :text or strpos(concat_ws(' ', r.name, r.content, p.name), :text) > 0)",
                        "text",
                        filter.text().isEmpty() ? null : filter.text())
                .page(database, "order by approved_on desc, place_code, number", page, View.class);
    }

    @PreAuthorize(MAY_READ)
    public View find(Jurisdiction jurisdiction, ProjectId id) {
        return in(jurisdiction, ROWS + " and r.project_id = :id")
                .param("today", today())
                .param("id", id.value())
                .query(View.class)
                .optional()
                .orElseThrow(() -> new ProjectNotFound(id));
    }

    /** A source of money. */
    public record Source(String source, String name, boolean own, boolean retired) {}

    /** Everybody's and the county's own. */
    @PreAuthorize(MAY_READ)
    public List<Source> sources(Jurisdiction jurisdiction) {
        return database.sql("""
                select source, name, within <> '' as own, retired from economy_fund_source
                where within in ('', left(:lo, 6)) order by position, name
                """)
                .param("lo", jurisdiction.lo())
                .query(Source.class)
                .list();
    }

    /**
     * Money of one source.
     *
     * @param source null for what nobody has said whose it is
     */
    public record BySource(
            @Nullable String source,
            String name,
            int projects,
            BigDecimal budget,
            BigDecimal granted,
            BigDecimal spent,
            BigDecimal returned) {

        public BigDecimal left() {
            return granted.subtract(spent).subtract(returned);
        }
    }

    private static final String BY_SOURCE = """
            with given as (
              select b.source, count(*) as projects, sum(b.amount) as budget
              from economy_project_budget b join economy_project r on r.project_id = b.project_id
              where b.place_code >= :lo and b.place_code < :hi and b.amount > 0 and %s
              group by b.source),
            moved as (
              select m.source, sum(m.amount) filter (where m.kind = 'GRANTED') as granted,
                sum(m.amount) filter (where m.kind = 'SPENT') as spent, sum(m.amount) filter (where m.kind = 'RETURNED') as returned
              from economy_project_money m join economy_project r on r.project_id = m.project_id
              where m.place_code >= :lo and m.place_code < :hi and %s
              group by m.source)
            select coalesce(g.source, m.source) as source, coalesce(f.name, '') as name, coalesce(g.projects, 0) as projects,
              coalesce(g.budget, 0) as budget, coalesce(m.granted, 0) as granted, coalesce(m.spent, 0) as spent,
              coalesce(m.returned, 0) as returned
            from given g full join moved m on m.source = g.source
              left join economy_fund_source f on f.source = coalesce(g.source, m.source)
            order by f.position nulls last, f.name
            """;

    /** @param year in which projects were approved; null for all */
    @PreAuthorize(MAY_READ)
    public List<BySource> bySource(Jurisdiction jurisdiction, @Nullable Integer year) {
        var within = "(cast(:year as integer) is null or extract(year from r.approved_on) = :year)";
        return in(jurisdiction, BY_SOURCE.formatted(within, within))
                .param("year", year)
                .query(BySource.class)
                .list();
    }

    /** The money of one project, by source. */
    @PreAuthorize(MAY_READ)
    public List<BySource> bySource(Jurisdiction jurisdiction, ProjectId id) {
        return in(jurisdiction, BY_SOURCE.formatted("r.project_id = :id", "r.project_id = :id"))
                .param("id", id.value())
                .query(BySource.class)
                .list();
    }

    public record Step(
            UUID stepId,
            String name,
            LocalDate plannedOn,
            @Nullable LocalDate doneOn,
            String note,
            boolean dropped,
            String by) {

        public boolean isLate(LocalDate today) {
            return doneOn == null && !dropped && plannedOn.isBefore(today);
        }
    }

    @PreAuthorize(MAY_READ)
    public List<Step> steps(Jurisdiction jurisdiction, ProjectId id) {
        return in(jurisdiction, """
                select step_id, name, planned_on, done_on, note, dropped, recorded_by_person as by from economy_project_step
                where project_id = :id and place_code >= :lo and place_code < :hi order by planned_on, recorded_at
                """).param("id", id.value()).query(Step.class).list();
    }

    /**
     * A movement of money.
     *
     * @param entryId of what was typed; null for a line of the book
     * @param said whether somebody said what the line is
     */
    public record Movement(
            @Nullable UUID entryId,
            @Nullable UUID voucherId,
            int lineNo,
            LocalDate onDay,
            String summary,
            @Nullable String source,
            @Nullable String sourceName,
            FundKind kind,
            BigDecimal amount,
            boolean said,
            @Nullable Instant voidedAt,
            String voidedReason) {

        public boolean isBooked() {
            return voucherId != null;
        }
    }

    @PreAuthorize(MAY_READ)
    public List<Movement> movements(Jurisdiction jurisdiction, ProjectId id) {
        return in(jurisdiction, """
                select x.*, f.name as source_name from (
                  select null::uuid as entry_id, b.voucher_id, b.line_no, b.on_day, b.summary, b.source, b.kind, b.amount, b.said,
                    null::timestamptz as voided_at, '' as voided_reason
                  from economy_project_booked b where b.project_id = :id and b.place_code >= :lo and b.place_code < :hi
                  union all
                  select e.entry_id, null, 0, e.on_day, e.note, e.source, e.kind, e.amount, false, e.voided_at, e.voided_reason
                  from economy_project_fund e where e.project_id = :id and e.place_code >= :lo and e.place_code < :hi) x
                left join economy_fund_source f on f.source = x.source
                order by x.on_day desc, x.voucher_id, x.line_no
                """)
                .param("id", id.value())
                .query(Movement.class)
                .list();
    }

    public record Acceptance(
            LocalDate heldOn,
            String body,
            String result,
            @Nullable LocalDate putRightBy,
            String note,
            String by) {}

    @PreAuthorize(MAY_READ)
    public List<Acceptance> acceptances(Jurisdiction jurisdiction, ProjectId id) {
        return in(jurisdiction, """
                select held_on, body, result, put_right_by, note, recorded_by_person as by from economy_project_acceptance
                where project_id = :id and place_code >= :lo and place_code < :hi order by held_on desc, recorded_at desc
                """)
                .param("id", id.value())
                .query(Acceptance.class)
                .list();
    }

    public record YearIncome(int year, BigDecimal amount, int vouchers) {}

    /** Since it was completed, the latest year first. */
    @PreAuthorize(MAY_READ)
    public List<YearIncome> income(Jurisdiction jurisdiction, ProjectId id) {
        return in(jurisdiction, """
                select extract(year from i.on_day)::int as year, sum(i.amount) as amount, count(distinct i.voucher_id)::int as vouchers
                from economy_project_income i where i.project_id = :id and i.place_code >= :lo and i.place_code < :hi
                group by 1 order by 1 desc
                """)
                .param("id", id.value())
                .query(YearIncome.class)
                .list();
    }

    /** A contract of the project's place. */
    public record Contract(UUID contractId, String number, String name, boolean linked) {}

    @PreAuthorize(MAY_READ)
    public List<Contract> contracts(Jurisdiction jurisdiction, View project) {
        return in(jurisdiction, """
                select c.contract_id, c.number, c.name, exists (select from economy_project_contract k
                  where k.contract_id = c.contract_id and k.project_id = :id and not k.dropped) as linked
                from economy_contract c
                where c.place_code = :place and c.place_code >= :lo and c.place_code < :hi and c.state not in ('DRAFT', 'DISCARDED')
                order by c.number
                """)
                .param("id", project.projectId())
                .param("place", project.placeCode())
                .query(Contract.class)
                .list();
    }

    /** A detail of a book by which a project may be known there. */
    public record Known(UUID bookId, String bookName, String name) {}

    /** Details of projects in the books of its place that no other project goes by. */
    @PreAuthorize(MAY_READ)
    public List<Known> details(Jurisdiction jurisdiction, View project) {
        return in(jurisdiction, """
                select b.book_id, b.name as book_name, d.name from economy_detail d join economy_book b on b.book_id = d.book_id
                where d.dimension = 'PROJECT' and d.place_code = :place and d.place_code >= :lo and d.place_code < :hi
                  and not exists (select from economy_project o where o.detail_id = d.detail_id and o.project_id <> :id)
                order by b.name, d.name
                """)
                .param("id", project.projectId())
                .param("place", project.placeCode())
                .query(Known.class)
                .list();
    }

    /** Sums over projects. */
    public record Sums(
            int projects,
            int running,
            int late,
            int accepted,
            BigDecimal budget,
            BigDecimal granted,
            BigDecimal spent,
            BigDecimal income) {}

    @PreAuthorize(MAY_READ)
    public Sums sums(Jurisdiction jurisdiction) {
        return in(jurisdiction, """
                select count(*) as projects, count(*) filter (where v.state in ('APPROVED', 'RUNNING')) as running,
                  count(*) filter (where v.late_since is not null) as late,
                  count(*) filter (where v.state = 'ACCEPTED') as accepted, coalesce(sum(v.budget), 0) as budget,
                  coalesce(sum(v.granted), 0) as granted, coalesce(sum(v.spent), 0) as spent, coalesce(sum(v.income), 0) as income
                from (%s) v
                """.formatted(ROWS))
                .param("today", today())
                .query(Sums.class)
                .single();
    }

    /** A project to choose. */
    public record Choice(UUID projectId, String number, String name) {}

    /** Those of a place that were not stopped. */
    @PreAuthorize(MAY_READ)
    public List<Choice> choices(Jurisdiction jurisdiction, PlaceCode place) {
        return in(jurisdiction, """
                select project_id, number, name from economy_project
                where place_code = :place and place_code >= :lo and place_code < :hi and stopped_on is null
                order by approved_on desc, number
                """)
                .param("place", place.value())
                .query(Choice.class)
                .list();
    }

    public boolean approves() {
        return account.may(EconomyAuthorities.APPROVE_PROJECTS);
    }

    public boolean reports() {
        return account.may(EconomyAuthorities.REPORT_PROJECTS);
    }

    /** Whether the account may add sources. */
    public boolean keepsSources(Jurisdiction jurisdiction) {
        return approves() && jurisdiction.level() == PlaceKind.COUNTY;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private StatementSpec in(Jurisdiction jurisdiction, String sql) {
        return database.sql(sql).param("lo", jurisdiction.lo()).param("hi", jurisdiction.hi());
    }
}

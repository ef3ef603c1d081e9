package io.qiangcun.core.duty;

import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.core.calendar.WorkingDays;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.ScopedList;
import io.qiangcun.core.warning.WarningExplanations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads duties: what a place has to do this month, lists, one duty with its clock, and counts. */
@Service
@Transactional(readOnly = true)
public class DutyQueries {

    private static final String ROW = """
            select d.*, r.title, %s as state, p.name as place_name, t.name as township_name
            from duty d
              join duty_rule r on r.rule_id = d.rule_id
              join place p on p.place_code = d.place_code
              left join place t on t.place_code = left(d.place_code, 9) and length(d.place_code) > 9
            where d.archived_at is null and d.place_code >= :lo and d.place_code < :hi
            """.formatted(DutyState.OF_D);

    private static final String MOST_URGENT_FIRST = """
             order by array_position(array['OVERDUE', 'DUE_SOON', 'OPEN', 'UPCOMING', 'DONE_LATE', 'DONE', 'WAIVED'], %s),
               d.due_on, d.place_code, d.subject_name, d.rule_code
            """.formatted(DutyState.OF_D);

    private final JdbcClient database;
    private final Remedies remedies;
    private final DutyRules rules;
    private final WarningExplanations explanations;
    private final WorkingCalendar calendar;
    private final Clock clock;

    DutyQueries(
            JdbcClient database,
            Remedies remedies,
            DutyRules rules,
            WarningExplanations explanations,
            WorkingCalendar calendar,
            Clock clock) {
        this.database = database;
        this.remedies = remedies;
        this.rules = rules;
        this.explanations = explanations;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * What a place has to do in a month: what is due in it, what was due before and is still owed, and what has a longer
     * period that may be used up now. The most urgent first, what is done last.
     */
    @PreAuthorize("hasAuthority('" + DutyAuthorities.READ + "')")
    public List<DutyRow> month(Jurisdiction jurisdiction, PlaceCode place, YearMonth month) {
        var within = jurisdiction.narrowedTo(place);
        return bound(ROW + """
             and d.place_code = :place
             and (d.due_on between :first and :last
               or d.due_on < :first and d.fulfilled_on is null and d.waiver_id is null
               or d.due_on > :last and d.opens_on <= :last and d.period_to > :last)
            """ + MOST_URGENT_FIRST, within)
                .param("place", place.value())
                .param("first", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .query(rowMapper())
                .list();
    }

    @PreAuthorize("hasAuthority('" + DutyAuthorities.READ + "')")
    public Page<DutyRow> list(Jurisdiction jurisdiction, DutyFilter filter, Pageable page) {
        var month = filter.month();
        var list = rows(narrowed(jurisdiction, filter.place()))
                .and("d.duty_subject = :subject", "subject", filter.subject())
                .and("d.rule_code = :rule", "rule", filter.rule())
                .and(DutyState.OF_D + " = :state", "state", filter.state())
                .and("strpos(concat_ws(' ', d.subject_name, p.name, t.name), :text) > 0", "text", filter.text());
        if (month != null) {
            list.and("d.due_on between :first and :last")
                    .with("first", month.atDay(1))
                    .with("last", month.atEndOfMonth());
        }
        return list.page(database, MOST_URGENT_FIRST, page, rowMapper());
    }

    private ScopedList rows(Jurisdiction jurisdiction) {
        return ScopedList.of(ROW, jurisdiction).with("today", LocalDate.now(clock));
    }

    @PreAuthorize("hasAuthority('" + DutyAuthorities.READ + "')")
    public DutyDetail show(Jurisdiction jurisdiction, UUID id) {
        var row = bound(ROW + " and d.duty_id = :id", jurisdiction)
                .param("id", id)
                .query(rowMapper())
                .optional()
                .orElseThrow(() -> new DutyNotFound(id));
        var fulfilledOn = row.fulfilledOn();
        var standing = explanations.explain(
                DutyOverdueRule.CODE,
                row.place(),
                row.dueOn(),
                fulfilledOn == null ? LocalDate.now(clock) : fulfilledOn);
        return new DutyDetail(
                row,
                rules.of(id),
                standing,
                explanations.inWords(
                        standing, explanations.holders(row.place()), row.state().isOwed()),
                fitting(jurisdiction, row),
                waivers(jurisdiction, row));
    }

    /** How the duties due in the month stand. */
    public DutyCounts counts(Jurisdiction jurisdiction, YearMonth month) {
        return bound("""
                select count(*) filter (where d.fulfilled_on is not null or d.waiver_id is null) as due,
                  count(d.fulfilled_on) as done,
                  count(*) filter (where d.late) as late,
                  count(*) filter (where d.fulfilled_on is null and d.waiver_id is null and d.due_on < :today) as overdue,
                  count(*) filter (where d.fulfilled_on is null and w.kind = 'GRANTED') as waived
                from duty d left join duty_waiver w on w.waiver_id = d.waiver_id
                where d.archived_at is null and d.place_code >= :lo and d.place_code < :hi
                  and d.due_on between :first and :last
                """, jurisdiction)
                .param("first", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .query(DutyCounts.class)
                .single();
    }

    private static Jurisdiction narrowed(Jurisdiction jurisdiction, @Nullable PlaceCode place) {
        return place == null ? jurisdiction : jurisdiction.narrowedTo(place);
    }

    private List<DutyDetail.Fitting> fitting(Jurisdiction jurisdiction, DutyRow duty) {
        return bound("""
                select f.record_id as record, f.record_href as href, f.done_on, f.recorded_at,
                  coalesce(f.record_id = d.record_id, false) as counts
                from duty d join duty_fulfilment f
                  on f.duty_subject = d.duty_subject and f.record_kind = d.record_kind and f.revoked_at is null
                    and (f.makes_up_for = d.duty_id or f.counts_for between d.period_from and d.period_to)
                where d.duty_id = :id and d.place_code >= :lo and d.place_code < :hi
                order by f.done_on, f.recorded_at, f.record_id
                """, jurisdiction)
                .param("id", duty.id())
                .query(DutyDetail.Fitting.class)
                .list();
    }

    private List<DutyDetail.WaiverRow> waivers(Jurisdiction jurisdiction, DutyRow duty) {
        return bound("""
                select * from duty_waiver
                where duty_subject = :subject and rule_code = :rule and :due between due_from and expires_on
                  and place_code >= :lo and place_code < :hi
                order by approved_at
                """, jurisdiction)
                .param("subject", duty.subject())
                .param("rule", duty.rule())
                .param("due", duty.dueOn())
                .query(DutyDetail.WaiverRow.class)
                .list();
    }

    private JdbcClient.StatementSpec bound(String sql, Jurisdiction jurisdiction) {
        return database.sql(sql)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("today", LocalDate.now(clock));
    }

    private RowMapper<DutyRow> rowMapper() {
        var today = LocalDate.now(clock);
        var workingDays = calendar.workingDays();
        return (rs, i) -> row(rs, today, workingDays);
    }

    private DutyRow row(ResultSet rs, LocalDate today, WorkingDays workingDays) throws SQLException {
        var period = new DutyPeriod(
                rs.getObject("period_from", LocalDate.class), rs.getObject("period_to", LocalDate.class));
        var owed = new OwedDuty(
                rs.getObject("duty_id", UUID.class),
                rs.getString("rule_code"),
                rs.getString("record_kind"),
                rs.getObject("duty_subject", UUID.class),
                new PlaceCode(rs.getString("place_code")),
                period.from(),
                period.to());
        var state = DutyState.valueOf(rs.getString("state"));
        var dueOn = rs.getObject("due_on", LocalDate.class);
        return new DutyRow(
                owed.id(),
                owed.place(),
                rs.getString("place_name"),
                rs.getString("township_name"),
                owed.subject(),
                rs.getString("subject_name"),
                owed.rule(),
                rs.getString("title"),
                owed.recordKind(),
                period,
                rs.getObject("opens_on", LocalDate.class),
                rs.getObject("remind_on", LocalDate.class),
                dueOn,
                workingDays.between(today, dueOn),
                state,
                rs.getObject("fulfilled_on", LocalDate.class),
                instant(rs, "fulfilled_at"),
                rs.getString("record_href"),
                rs.getObject("waiver_id", UUID.class),
                state.isOwed() && state != DutyState.UPCOMING
                        ? remedies.href(owed).orElse(null)
                        : null);
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

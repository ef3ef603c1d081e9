package io.qiangcun.core.warning;

import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.core.calendar.WorkingDays;
import io.qiangcun.core.place.Jurisdiction;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** Brings the warnings of one rule in line with what the rule finds today; three statements at most, however many findings. */
@Service
@Transactional
class RuleRun {

    private static final String FOUND = """
            with found as materialized (
              select * from jsonb_to_recordset(cast(:found as jsonb)) as f (
                subject text, place_code text, title text[], due_on date,
                basis_kind text, basis_source text, basis_article text, basis_text text,
                facts jsonb, remedy_href text, step_days int, level text, holder_level text, holder_place text,
                next_on date, next_level text, next_holder_level text)
            )
            """;

    /** A transfer holds until the next step, and a warning once taken higher does not come down by itself. */
    private static final String REFRESH = FOUND + """
            , aimed as (
              select f.*, w.warning_id, w.level as old_level, w.holder_level as old_holder_level,
                f.step_days = w.step_days
                  or f.step_days > w.step_days
                    and array_position(array['VILLAGE', 'TOWNSHIP', 'COUNTY'], w.holder_level)
                      > array_position(array['VILLAGE', 'TOWNSHIP', 'COUNTY'], f.holder_level) as keeps_holder
              from found f join warning w
                on w.place_code = f.place_code and w.rule_code = :rule and w.subject = f.subject and w.ended_at is null
            ), changed as (
              update warning w set
                version = w.version + 1, changed_at = :at, changed_by = 'system',
                title = a.title, due_on = a.due_on, basis_kind = a.basis_kind, basis_source = a.basis_source,
                basis_article = a.basis_article, basis_text = a.basis_text, facts = a.facts,
                remedy_href = a.remedy_href, step_days = a.step_days, level = a.level,
                holder_level = case when a.keeps_holder then w.holder_level else a.holder_level end,
                holder_place = case when a.keeps_holder then w.holder_place else a.holder_place end,
                held_since = case when a.keeps_holder or w.holder_level = a.holder_level then w.held_since else :at end,
                next_on = a.next_on, next_level = a.next_level, next_holder_level = a.next_holder_level
              from aimed a
              where w.warning_id = a.warning_id and w.place_code >= :lo and w.place_code < :hi
                and (w.title, w.due_on, w.basis_kind, w.basis_source, w.basis_article, w.basis_text, w.facts,
                     w.remedy_href, w.step_days, w.level, w.next_on, w.next_level, w.next_holder_level)
                  is distinct from
                    (a.title, a.due_on, a.basis_kind, a.basis_source, a.basis_article, a.basis_text, a.facts,
                     a.remedy_href, a.step_days, a.level, a.next_on, a.next_level, a.next_holder_level)
              returning w.warning_id, w.place_code, w.level, w.holder_level, a.old_level, a.old_holder_level
            ), logged as (
              insert into warning_action (action_id, warning_id, place_code, kind, at, post, holder, level, holder_level)
              select gen_random_uuid(), warning_id, place_code, 'ESCALATED', :at, 'system', 'system', level, holder_level
              from changed where (level, holder_level) is distinct from (old_level, old_holder_level)
            )
            select count(*) from changed
            """;

    private static final String OPEN = FOUND + """
            , opened as (
              insert into warning (warning_id, version, created_at, created_by, changed_at, changed_by,
                place_code, rule_code, subject, title, due_on, basis_kind, basis_source, basis_article, basis_text,
                facts, remedy_href, step_days, level, holder_level, holder_place, held_since,
                next_on, next_level, next_holder_level, status, found_on, found_at, urges)
              select gen_random_uuid(), 0, :at, 'system', :at, 'system',
                f.place_code, :rule, f.subject, f.title, f.due_on, f.basis_kind, f.basis_source, f.basis_article,
                f.basis_text, f.facts, f.remedy_href, f.step_days, f.level, f.holder_level, f.holder_place, :at,
                f.next_on, f.next_level, f.next_holder_level, 'FOUND', :today, :at, 0
              from found f
              where not exists (
                select from warning o
                where o.rule_code = :rule and o.subject = f.subject and o.status = 'OVERTURNED' and o.due_on = f.due_on)
              on conflict (place_code, rule_code, subject) where ended_at is null do nothing
              returning warning_id, place_code, level, holder_level
            ), logged as (
              insert into warning_action (action_id, warning_id, place_code, kind, at, post, holder, level, holder_level)
              select gen_random_uuid(), warning_id, place_code, 'FOUND', :at, 'system', 'system', level, holder_level
              from opened
            )
            select count(*) from opened
            """;

    private static final String CLEAR = FOUND + """
            , cleared as (
              update warning w set
                version = w.version + 1, changed_at = :at, changed_by = 'system',
                status = 'CLEARED', ended_at = :at, ended_on = :today
              where w.rule_code = :rule and w.ended_at is null and w.place_code >= :lo and w.place_code < :hi
                and not exists (select from found f where f.subject = w.subject and f.place_code = w.place_code)
              returning w.warning_id, w.place_code, w.level, w.holder_level
            ), logged as (
              insert into warning_action (action_id, warning_id, place_code, kind, at, post, holder, level, holder_level)
              select gen_random_uuid(), warning_id, place_code, 'CLEARED', :at, 'system', 'system', level, holder_level
              from cleared
            )
            select count(*) from cleared
            """;

    private final JdbcClient database;
    private final WarningSteps steps;
    private final WorkingCalendar calendar;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RuleRun(
            JdbcClient database,
            WarningSteps steps,
            WorkingCalendar calendar,
            JsonMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.steps = steps;
        this.calendar = calendar;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    WarningsSwept run(WarningRule rule, Jurisdiction jurisdiction, LocalDate today) {
        var due = due(rule, jurisdiction, today);
        var found = json.writeValueAsString(due);
        var at = momentOf(today);
        var refreshed = due.isEmpty() ? 0 : count(REFRESH, rule, jurisdiction, today, at, found);
        var cleared = count(CLEAR, rule, jurisdiction, today, at, found);
        var opened = due.isEmpty() ? 0 : count(OPEN, rule, jurisdiction, today, at, found);
        var swept = new WarningsSwept(rule.code(), today, opened, refreshed, cleared);
        if (swept.found() + swept.refreshed() + swept.cleared() > 0) {
            events.publishEvent(swept);
        }
        return swept;
    }

    /** The findings whose clock has reached a step, one for each subject. */
    private List<Row> due(WarningRule rule, Jurisdiction jurisdiction, LocalDate today) {
        var tables = steps.of(rule.code(), today);
        var workingDays = calendar.workingDays();
        var standings = new IdentityHashMap<StepTable, Standing>();
        var rows = new LinkedHashMap<String, Row>();
        try (var findings = rule.findings(jurisdiction, today)) {
            findings.filter(finding -> jurisdiction.covers(finding.place())).forEach(finding -> standings
                    .computeIfAbsent(tables.over(finding.place()), table -> new Standing(table, workingDays, today))
                    .rowOf(finding)
                    .ifPresent(row -> rows.putIfAbsent(finding.place() + " " + finding.subject(), row)));
        }
        return List.copyOf(rows.values());
    }

    private int count(
            String sql, WarningRule rule, Jurisdiction jurisdiction, LocalDate today, OffsetDateTime at, String found) {
        return database.sql(sql)
                .param("rule", rule.code())
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("today", today)
                .param("at", at)
                .param("found", found)
                .query(Integer.class)
                .single();
    }

    /** Now, unless a day gone by is swept. */
    private OffsetDateTime momentOf(LocalDate today) {
        return today.equals(LocalDate.now(clock))
                ? OffsetDateTime.now(clock)
                : today.atTime(LocalTime.of(0, 10)).atZone(clock.getZone()).toOffsetDateTime();
    }

    /** Where the clocks of a rule stand on a day; each due date is looked at once. */
    private static final class Standing {

        private final StepTable steps;
        private final WorkingDays calendar;
        private final LocalDate today;
        private final Map<LocalDate, Optional<WarningStep>> reached = new HashMap<>();
        private final Map<LocalDate, Optional<WarningStep>> next = new HashMap<>();

        Standing(StepTable steps, WorkingDays calendar, LocalDate today) {
            this.steps = steps;
            this.calendar = calendar;
            this.today = today;
        }

        Optional<Row> rowOf(Finding finding) {
            return reached.computeIfAbsent(finding.dueOn(), day -> steps.reached(day, today, calendar))
                    .map(step -> row(
                            finding,
                            step,
                            next.computeIfAbsent(finding.dueOn(), day -> steps.next(day, today, calendar))
                                    .orElse(null)));
        }

        private Row row(Finding finding, WarningStep step, @Nullable WarningStep next) {
            return new Row(
                    finding.subject(),
                    finding.place().value(),
                    finding.title(),
                    finding.dueOn(),
                    finding.basis().kind(),
                    finding.basis().source(),
                    finding.basis().article(),
                    finding.basis().text(),
                    finding.facts(),
                    finding.remedyHref(),
                    step.workingDays(),
                    step.level(),
                    step.holderLevel(),
                    step.holderLevel().over(finding.place()).value(),
                    next == null ? null : StepTable.startOf(next, finding.dueOn(), calendar),
                    next == null ? null : next.level(),
                    next == null ? null : next.holderLevel());
        }
    }

    /** What the statements read. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Row(
            String subject,
            String placeCode,
            List<String> title,
            LocalDate dueOn,
            String basisKind,
            String basisSource,
            String basisArticle,
            String basisText,
            List<Finding.Fact> facts,
            String remedyHref,
            int stepDays,
            WarningLevel level,
            HolderLevel holderLevel,
            String holderPlace,
            @Nullable LocalDate nextOn,
            @Nullable WarningLevel nextLevel,
            @Nullable HolderLevel nextHolderLevel) {}
}

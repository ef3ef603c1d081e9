package io.qiangcun.core.duty;

import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.core.domain.Sha256;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** Writes down ahead who owes what until when, from the subjects of all modules and the rules. */
@Service
@Transactional
public class DutyCalendar {

    /** Who meets which period; a subject owes only periods it sees from beginning to end. */
    private static final String WANTED = """
            with subject as (
              select * from jsonb_to_recordset(cast(:subjects as jsonb)) as s (
                id uuid, place_code text, name text, traits text[], since date, until date, cover int)
            ), planned as (
              select * from jsonb_to_recordset(cast(:planned as jsonb)) as p (
                cover int, rule_id uuid, rule_code text, trait text, record_kind text,
                period_from date, period_to date, opens_on date, due_on date, remind_on date)
            ), wanted as materialized (
              select s.id as duty_subject, s.place_code, s.name as subject_name, p.*
              from subject s join planned p
                on p.cover = s.cover and p.trait = any (s.traits)
                  and s.since <= p.period_from and (s.until is null or s.until > p.period_to)
            )
            """;

    private static final String ARCHIVE = WANTED + """
            update duty d set archived_at = :at, archive_reason = 'NO_LONGER_OWED'
            where d.place_code >= :lo and d.place_code < :hi and d.archived_at is null and d.fulfilled_on is null
              and (d.due_on >= :today and d.period_to >= :from and d.period_from <= :to
                  and not exists (
                    select from wanted w
                    where w.duty_subject = d.duty_subject and w.place_code = d.place_code and w.rule_code = d.rule_code
                      and w.period_from = d.period_from and w.period_to = d.period_to)
                or exists (select from subject s where s.id = d.duty_subject and s.until <= d.period_to))
            """;

    private static final String ADD = WANTED + """
            , written as (
              insert into duty (duty_id, place_code, rule_id, rule_code, record_kind, duty_subject, subject_name,
                period_from, period_to, opens_on, due_on, remind_on)
              select gen_random_uuid(), place_code, rule_id, rule_code, record_kind, duty_subject, subject_name,
                period_from, period_to, opens_on, due_on, remind_on
              from wanted
              on conflict (place_code, duty_subject, rule_code, period_from) where archived_at is null
              do update set rule_id = excluded.rule_id, subject_name = excluded.subject_name,
                opens_on = excluded.opens_on, due_on = excluded.due_on, remind_on = excluded.remind_on
              where duty.fulfilled_on is null and duty.due_on >= :today
                and (duty.rule_id, duty.subject_name, duty.opens_on, duty.due_on, duty.remind_on)
                  is distinct from
                    (excluded.rule_id, excluded.subject_name, excluded.opens_on, excluded.due_on, excluded.remind_on)
              returning xmax
            )
            select count(*) from written where xmax = 0
            """;

    private final JdbcClient database;
    private final ObjectProvider<DutySubjects> subjects;
    private final DutyRules rules;
    private final DutySettlement settlement;
    private final WorkingCalendar calendar;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DutyCalendar(
            JdbcClient database,
            ObjectProvider<DutySubjects> subjects,
            DutyRules rules,
            DutySettlement settlement,
            WorkingCalendar calendar,
            JsonMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.subjects = subjects;
        this.rules = rules;
        this.settlement = settlement;
        this.calendar = calendar;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Generates all duties of periods that have a day between the two. Done again it changes nothing; after a change of
     * subjects, rules or holidays it adds what is newly owed and archives what is still to come and owed no longer.
     */
    public DutiesGenerated generate(Jurisdiction jurisdiction, LocalDate from, LocalDate to) {
        return write(jurisdiction, draft(jurisdiction, from, to));
    }

    /**
     * Generates the duties of all places for the year to come, unless nothing they follow from has changed since that
     * was done last today: a start should not wait for what is written already.
     */
    public void keep(Jurisdiction everywhere) {
        var today = LocalDate.now(clock);
        var draft = draft(everywhere, today, today.plusYears(1));
        var kept = database.sql("select fingerprint from duty_calendar_kept")
                .query(String.class)
                .optional();
        if (kept.filter(draft.fingerprint()::equals).isPresent()) {
            return;
        }
        write(everywhere, draft);
        database.sql("""
            insert into duty_calendar_kept (fingerprint, kept_at) values (:fingerprint, :at)
            on conflict (only_one) do update set fingerprint = excluded.fingerprint, kept_at = excluded.kept_at
            """)
                .param("fingerprint", draft.fingerprint())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    private Draft draft(Jurisdiction jurisdiction, LocalDate from, LocalDate to) {
        var owing = subjects.orderedStream()
                .flatMap(module -> module.subjects(jurisdiction).stream())
                .filter(subject -> jurisdiction.covers(subject.place()))
                .sorted(Comparator.comparing(DutySubject::id))
                .toList();
        var covers = new Covers(rules.all());
        var subjectRows = json.writeValueAsString(owing.stream()
                .map(subject -> SubjectRow.of(subject, covers.numberOf(subject.place())))
                .toList());
        return new Draft(from, to, subjectRows, json.writeValueAsString(plan(covers, from, to)));
    }

    private DutiesGenerated write(Jurisdiction jurisdiction, Draft draft) {
        var archived = bound(ARCHIVE, jurisdiction, draft)
                .param("from", draft.from())
                .param("to", draft.to())
                .param("at", OffsetDateTime.now(clock))
                .update();
        var added = bound(ADD, jurisdiction, draft).query(Integer.class).single();
        settlement.applyWaivers(jurisdiction);
        settlement.settleWhatIsOpen(jurisdiction);
        var generated = new DutiesGenerated(draft.from(), draft.to(), added, archived);
        if (added + archived > 0) {
            events.publishEvent(generated);
        }
        return generated;
    }

    private List<PlannedRow> plan(Covers covers, LocalDate from, LocalDate to) {
        var workingDays = calendar.workingDays();
        var rows = new ArrayList<PlannedRow>();
        covers.byNumber().forEach((number, inForce) -> PlannedDuty.between(inForce, from, to, workingDays)
                .forEach(planned -> rows.add(PlannedRow.of(planned, number))));
        return rows;
    }

    private JdbcClient.StatementSpec bound(String sql, Jurisdiction jurisdiction, Draft draft) {
        return database.sql(sql)
                .param("lo", jurisdiction.lo())
                .param("hi", jurisdiction.hi())
                .param("today", LocalDate.now(clock))
                .param("subjects", draft.subjects())
                .param("planned", draft.planned());
    }

    /** Everything the duties of a stretch of time follow from, as the statements take it. */
    private record Draft(LocalDate from, LocalDate to, String subjects, String planned) {

        /** The same for the same subjects, rules, holidays and days. */
        String fingerprint() {
            return Sha256.hex(from.toString(), to.toString(), subjects, planned);
        }
    }

    /** Places under the same overlays owe the same; each such group of places has a number. */
    private static final class Covers {

        private final List<DutyRule> rules;
        private final Map<List<DutyRule>, Integer> numbers = new LinkedHashMap<>();

        Covers(List<DutyRule> rules) {
            this.rules = rules;
        }

        int numberOf(PlaceCode place) {
            var covering = rules.stream().filter(rule -> rule.covers(place)).toList();
            return numbers.computeIfAbsent(covering, group -> numbers.size());
        }

        Map<Integer, List<DutyRule>> byNumber() {
            var groups = new LinkedHashMap<Integer, List<DutyRule>>();
            numbers.forEach((group, number) -> groups.put(number, group));
            return groups;
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record SubjectRow(
            UUID id,
            String placeCode,
            String name,
            SortedSet<String> traits,
            LocalDate since,
            @Nullable LocalDate until,
            int cover) {

        static SubjectRow of(DutySubject subject, int cover) {
            return new SubjectRow(
                    subject.id(),
                    subject.place().value(),
                    subject.name(),
                    new TreeSet<>(subject.traits()),
                    subject.since(),
                    subject.until(),
                    cover);
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record PlannedRow(
            int cover,
            UUID ruleId,
            String ruleCode,
            String trait,
            String recordKind,
            LocalDate periodFrom,
            LocalDate periodTo,
            LocalDate opensOn,
            LocalDate dueOn,
            LocalDate remindOn) {

        static PlannedRow of(PlannedDuty planned, int cover) {
            var rule = planned.rule();
            return new PlannedRow(
                    cover,
                    rule.ruleId(),
                    rule.code(),
                    rule.trait(),
                    rule.recordKind(),
                    planned.period().from(),
                    planned.period().to(),
                    planned.opensOn(),
                    planned.dueOn(),
                    planned.remindOn());
        }
    }
}

package io.qiangcun.core.procedure;

import io.qiangcun.core.error.Problem;
import io.qiangcun.core.place.PlaceCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** Writes down where the steps of a case stand, for lists, warnings and metrics; one statement for all of them. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class ProcedureSteps {

    private final JdbcClient database;
    private final JsonMapper json;

    ProcedureSteps(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void write(
            CaseId id, PlaceCode place, ProcedureTemplate template, TimeLine line, ItemBook items, boolean abandoned) {
        writeItems(id, place, items);
        var rows = line.steps().stream()
                .map(step -> row(place, template, step, abandoned))
                .toList();
        database.sql("""
            insert into procedure_step (case_id, step_code, place_code, actor_place, number, title, state, opened_on,
              earliest_on, latest_on, closable_on, done_on, secret, basis_kind, basis_source, basis_article, basis_text)
            select :case, r.step_code, :place, r.actor_place, r.number, r.title, r.state, r.opened_on, r.earliest_on,
              r.latest_on, r.closable_on, r.done_on, r.secret, r.basis_kind, r.basis_source, r.basis_article, r.basis_text
            from jsonb_to_recordset(cast(:rows as jsonb)) as r (step_code text, actor_place text, number int, title text,
              state text, opened_on date, earliest_on date, latest_on date, closable_on date, done_on date,
              secret boolean, basis_kind text, basis_source text, basis_article text, basis_text text)
            on conflict (case_id, step_code) do update set
              state = excluded.state, opened_on = excluded.opened_on, earliest_on = excluded.earliest_on,
              latest_on = excluded.latest_on, closable_on = excluded.closable_on, done_on = excluded.done_on,
              basis_kind = excluded.basis_kind, basis_source = excluded.basis_source,
              basis_article = excluded.basis_article, basis_text = excluded.basis_text
            where (procedure_step.state, procedure_step.opened_on, procedure_step.earliest_on, procedure_step.latest_on,
                procedure_step.closable_on, procedure_step.done_on)
              is distinct from (excluded.state, excluded.opened_on, excluded.earliest_on, excluded.latest_on,
                excluded.closable_on, excluded.done_on)
            """)
                .param("case", id.value())
                .param("place", place.value())
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    /** Rows that a later act no longer has are no longer owed. */
    private void writeItems(CaseId id, PlaceCode place, ItemBook book) {
        var rows = book.items().stream()
                .map(item -> new ItemRow(
                        item.step().code(),
                        item.field().code(),
                        item.number(),
                        item.step().level().over(place).value(),
                        item.field().label(),
                        item.title(),
                        item.owner(),
                        item.dueOn(),
                        item.doneOn()))
                .toList();
        database.sql("""
            with listed as (
              select * from jsonb_to_recordset(cast(:rows as jsonb)) as r (step_code text, field text, number int,
                actor_place text, list text, title text, owner text, due_on date, done_on date)
            ), dropped as (
              update procedure_item i set stands = false where i.case_id = :case and i.stands
                and not exists (select from listed l
                  where (l.step_code, l.field, l.number) = (i.step_code, i.field, i.number))
            )
            insert into procedure_item (case_id, step_code, field, number, place_code, actor_place, list, title, owner,
              due_on, done_on, stands)
            select :case, step_code, field, number, :place, actor_place, list, title, owner, due_on, done_on, true
            from listed
            on conflict (case_id, step_code, field, number) do update set list = excluded.list, title = excluded.title,
              owner = excluded.owner, due_on = excluded.due_on, done_on = excluded.done_on, stands = true
            """)
                .param("case", id.value())
                .param("place", place.value())
                .param("rows", json.writeValueAsString(rows))
                .update();
    }

    private static Row row(PlaceCode place, ProcedureTemplate template, TimeLine.Line line, boolean abandoned) {
        var step = line.step();
        var by = line.latestBy();
        var basis = by == null ? null : by.basis();
        var state = abandoned && !line.state().isSettled() ? StepState.CLOSED : line.state();
        return new Row(
                step.code(),
                step.level().over(place).value(),
                template.numberOf(step),
                step.title(),
                state,
                line.openedOn(),
                line.earliestOn(),
                line.latestOn(),
                line.closableOn(),
                line.doneOn(),
                step.secret(),
                basis == null ? null : basis.kind(),
                basis == null ? null : basis.source(),
                basis == null ? null : basis.article(),
                basis == null ? null : basis.text());
    }

    /** Numbers that may be entered once only; the first field whose number is taken is to blame. */
    List<Problem> reserve(ProcedureCase of, Step step, TakeStep command, Evidence evidence) {
        return step.fields().stream()
                .filter(EvidenceField::unique)
                .filter(field -> !reserve(of, field, command, evidence.values().getOrDefault(field.code(), "")))
                .map(field -> Problem.of(
                        "evidence[" + field.code() + "]", "core.procedure.refused.number-taken", field.label()))
                .toList();
    }

    private boolean reserve(ProcedureCase of, EvidenceField field, TakeStep command, String value) {
        return value.isEmpty()
                || database.sql("""
            insert into procedure_number (number_id, place_code, template_code, field, value, act_id)
            values (gen_random_uuid(), :place, :template, :field, :value, :act)
            on conflict (template_code, field, value, left(place_code, 6)) where released_at is null do nothing
            """)
                                .param("place", of.placeCode().value())
                                .param("template", of.getTemplateCode())
                                .param("field", field.code())
                                .param("value", value)
                                .param("act", command.act())
                                .update()
                        > 0;
    }

    void release(java.util.UUID act, java.time.OffsetDateTime at) {
        database.sql("update procedure_number set released_at = :at where act_id = :act and released_at is null")
                .param("at", at)
                .param("act", act)
                .update();
    }

    /** What the statement about lists reads. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record ItemRow(
            String stepCode,
            String field,
            int number,
            String actorPlace,
            String list,
            String title,
            String owner,
            LocalDate dueOn,
            @Nullable LocalDate doneOn) {}

    /** What the statement reads. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    private record Row(
            String stepCode,
            String actorPlace,
            int number,
            String title,
            StepState state,
            @Nullable LocalDate openedOn,
            @Nullable LocalDate earliestOn,
            @Nullable LocalDate latestOn,
            @Nullable LocalDate closableOn,
            @Nullable LocalDate doneOn,
            boolean secret,
            @Nullable String basisKind,
            @Nullable String basisSource,
            @Nullable String basisArticle,
            @Nullable String basisText) {}
}

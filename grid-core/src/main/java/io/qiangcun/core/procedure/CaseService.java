package io.qiangcun.core.procedure;

import io.qiangcun.core.account.Actor;
import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.attachment.AttachmentOwner;
import io.qiangcun.core.attachment.AttachmentService;
import io.qiangcun.core.attachment.Upload;
import io.qiangcun.core.calendar.WorkingCalendar;
import io.qiangcun.core.calendar.WorkingDays;
import io.qiangcun.core.error.Problem;
import io.qiangcun.core.parameter.RuleParameters;
import io.qiangcun.core.place.Jurisdiction;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.place.PlaceKind;
import io.qiangcun.core.place.PlaceTree;
import io.qiangcun.core.procedure.ProcedureTemplate.SubjectKind;
import io.qiangcun.core.warning.WarningSweep;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts cases and takes them on, step by step; every act is of one post and one person, and is never overwritten. */
@Service
@Transactional
public class CaseService {

    static final String ATTACHMENTS = "core.procedure-act";

    private static final String MAY_ACT = "hasAuthority('" + ProcedureAuthorities.ACT + "')";
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_NAME = 100;

    private final ProcedureCases cases;
    private final ProcedureTemplates templates;
    private final ProcedureSteps steps;
    private final StepGuards guards;
    private final AttachmentService attachments;
    private final PlaceTree places;
    private final WorkingCalendar calendar;
    private final RuleParameters parameters;
    private final WarningSweep sweep;
    private final JdbcClient database;
    private final Clock clock;

    CaseService(
            ProcedureCases cases,
            ProcedureTemplates templates,
            ProcedureSteps steps,
            StepGuards guards,
            AttachmentService attachments,
            PlaceTree places,
            WorkingCalendar calendar,
            RuleParameters parameters,
            WarningSweep sweep,
            JdbcClient database,
            Clock clock) {
        this.cases = cases;
        this.templates = templates;
        this.steps = steps;
        this.guards = guards;
        this.attachments = attachments;
        this.places = places;
        this.calendar = calendar;
        this.parameters = parameters;
        this.sweep = sweep;
        this.database = database;
        this.clock = clock;
    }

    /** The same command sent twice starts one case. */
    @PreAuthorize(MAY_ACT)
    public CaseId start(Jurisdiction jurisdiction, Actor actor, StartCase command) {
        one(command.caseId());
        var twin = cases.findById(command.caseId(), jurisdiction);
        if (twin.isPresent()) {
            return twin.get().getId();
        }
        var started = begin(jurisdiction, actor, command);
        warn(jurisdiction);
        return started.getId();
    }

    /**
     * Enters a case that was kept elsewhere before, by the same rules. For imports and the demonstration: no page
     * reaches it, so it asks for no authority; the fence of the database still holds. Warnings come with the night.
     */
    public CaseId enter(Jurisdiction jurisdiction, Actor actor, PastCase past) {
        var place = past.start().place();
        if (!jurisdiction.covers(place)) {
            throw new IllegalArgumentException("The case lies outside " + jurisdiction);
        }
        var entered = begin(Jurisdiction.within(place), actor, past.start());
        var template = templates.find(entered.getTemplateId()).template();
        for (var act : past.acts()) {
            var step = template.step(act.step().step());
            move(entered, template, step, act.step(), actor);
            if (act.closedOn() != null) {
                var taken = entered.act(act.step().act()).orElseThrow();
                entered.close(template, taken, act.closedOn(), calendar.workingDays(), by(actor));
            }
        }
        return save(entered, template).getId();
    }

    private ProcedureCase begin(Jurisdiction jurisdiction, Actor actor, StartCase command) {
        var place = places.require(command.place(), jurisdiction).code();
        var edition = templates.inForce(command.code(), place).orElseThrow(() -> new ProcedureNotFound(command.code()));
        var template = edition.template();
        if (!mayStart(jurisdiction, template, place)) {
            throw new ActRefused(null, "not-yours");
        }
        var problems = problems(command, template, place);
        if (!problems.isEmpty()) {
            throw new ActRefused(problems);
        }
        var started = new ProcedureCase(
                command.caseId(),
                place,
                edition.id(),
                template,
                command.subject(),
                command.subjectName().strip(),
                Objects.requireNonNull(command.startedOn()),
                by(actor));
        try {
            return save(started, template);
        } catch (DataIntegrityViolationException takenOutsideTheJurisdiction) {
            throw new CaseNotFound(command.caseId());
        }
    }

    /** Whether the account of the jurisdiction starts such cases at the place. */
    public static boolean mayStart(Jurisdiction jurisdiction, ProcedureTemplate template, PlaceCode place) {
        return (template.startedBy() == ActorLevel.COUNTY || place.kind().digits() > PlaceKind.COUNTY.digits())
                && Jurisdiction.within(template.startedBy().over(place)).equals(jurisdiction);
    }

    private List<Problem> problems(StartCase command, ProcedureTemplate template, PlaceCode place) {
        var problems = new ArrayList<Problem>();
        var name = command.subjectName().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.add(refusal("subjectName", "subject-missing", LONGEST_NAME));
        }
        var on = command.startedOn();
        if (on == null) {
            problems.add(refusal("startedOn", "day-missing"));
        } else if (on.isAfter(today())) {
            problems.add(refusal("startedOn", "day-future"));
        }
        if (template.subject() == SubjectKind.PERSON && isUnderWay(command, name, place)) {
            problems.add(refusal("subjectName", "under-way", name));
        }
        return problems;
    }

    private boolean isUnderWay(StartCase command, String name, PlaceCode place) {
        return database.sql("""
            select exists (
              select from procedure_case
              where state = 'OPEN' and template_code = :code and place_code >= :lo and place_code < :hi
                and case when cast(:subject as uuid) is null then subject_name = :name and place_code = :place
                  else subject_id = :subject end)
            """)
                .param("code", command.code())
                .param("lo", Jurisdiction.within(place).lo())
                .param("hi", Jurisdiction.within(place).hi())
                .param("subject", command.subject(), java.sql.Types.OTHER)
                .param("name", name)
                .param("place", place.value())
                .query(Boolean.class)
                .single();
    }

    /** Takes a step. A form sent twice takes it once; one that is behind hears what the other did. */
    @PreAuthorize(MAY_ACT)
    public void take(Jurisdiction jurisdiction, Actor actor, CaseId id, TakeStep command, List<Upload> uploads) {
        var found = find(jurisdiction, id);
        if (found.act(command.act()).isPresent()) {
            return;
        }
        var template = templates.find(found.getTemplateId()).template();
        var step = template.find(command.step()).orElseThrow(() -> new CaseNotFound(command.step()));
        requireMove(jurisdiction, found, step.level());
        requireNotOneself(found, step, actor);
        if (found.actsOn(step.code()) != command.seen()) {
            throw new StepActedMeanwhile(step.title());
        }
        move(found, template, step, command, actor);
        save(found, template);
        if (!uploads.isEmpty()) {
            attachments.attach(
                    jurisdiction, actor, new AttachmentOwner(ATTACHMENTS, command.act(), found.placeCode()), uploads);
        }
        warn(jurisdiction);
    }

    private void move(ProcedureCase found, ProcedureTemplate template, Step step, TakeStep command, Actor actor) {
        var workingDays = calendar.workingDays();
        var line = found.timeLine(template, workingDays).line(step.code());
        if (found.getState() != CaseState.OPEN || line.state() != StepState.OPEN) {
            throw new StepActedMeanwhile(step.title());
        }
        var check = check(found, template, line, command, workingDays);
        var problems = new ArrayList<>(check.problems(command));
        if (problems.isEmpty()) {
            problems.addAll(guards.problems(step, attempt(found, command)));
        }
        if (!problems.isEmpty()) {
            throw new ActRefused(problems);
        }
        found.take(template, command, check, workingDays, by(actor));
        cases.saveAndFlush(found);
        var evidence = Evidence.of(step, step.outcome(command.outcome()), command.evidence());
        var taken = steps.reserve(found, step, command, evidence);
        if (!taken.isEmpty()) {
            throw new ActRefused(taken);
        }
    }

    private ActCheck check(
            ProcedureCase found,
            ProcedureTemplate template,
            TimeLine.Line line,
            TakeStep command,
            WorkingDays workingDays) {
        var today = today();
        var on = command.on() == null ? today : command.on();
        var vote = line.step().vote();
        var known = templates.voteRules(on);
        var rules = vote == null
                ? List.<VoteRule>of()
                : vote.rulesFor(command.evidence()).stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .toList();
        var late = parameters.wholeNumber("core.procedure-late-working-days", today);
        return new ActCheck(template, line, found.facts(), rules, workingDays, today, workingDays.plus(today, -late));
    }

    private static StepGuard.Attempt attempt(ProcedureCase found, TakeStep command) {
        var before = new HashMap<String, StepAct>();
        found.facts().forEach(act -> before.put(act.step(), act));
        return new StepGuard.Attempt(
                found.getId(),
                found.placeCode(),
                found.getTemplateCode(),
                command.step(),
                found.getSubjectId(),
                found.getSubjectName(),
                found.getStartedOn(),
                Objects.requireNonNull(command.on()),
                command.outcome(),
                command.evidence(),
                before);
    }

    /** Leaves a step out, where its text allows that, with a reason. */
    @PreAuthorize(MAY_ACT)
    public void waive(
            Jurisdiction jurisdiction, Actor actor, CaseId id, String stepCode, UUID act, int seen, String reason) {
        var found = find(jurisdiction, id);
        if (found.act(act).isPresent()) {
            return;
        }
        var template = templates.find(found.getTemplateId()).template();
        var step = template.find(stepCode).orElseThrow(() -> new CaseNotFound(stepCode));
        var level = step.waivedBy();
        if (level == null) {
            throw new ActRefused(null, "not-waivable", step.title());
        }
        requireMove(jurisdiction, found, level);
        requireReason("waiverReason", reason);
        var workingDays = calendar.workingDays();
        if (found.getState() != CaseState.OPEN
                || found.timeLine(template, workingDays).line(stepCode).state() != StepState.OPEN
                || found.actsOn(stepCode) != seen) {
            throw new StepActedMeanwhile(step.title());
        }
        found.waive(template, act, step, today(), reason.strip(), workingDays, by(actor));
        save(found, template);
        warn(jurisdiction);
    }

    /** Writes down what somebody has against what is shown in public. */
    @PreAuthorize(MAY_ACT)
    public void object(
            Jurisdiction jurisdiction,
            Actor actor,
            CaseId id,
            UUID actId,
            UUID objection,
            @Nullable LocalDate on,
            String by,
            String content) {
        var found = find(jurisdiction, id);
        var act = found.act(actId).orElseThrow(() -> new CaseNotFound(actId));
        var template = templates.find(found.getTemplateId()).template();
        requireMove(jurisdiction, found, template.step(act.getStep()).level());
        if (act.getObjections().stream().anyMatch(known -> known.getId().equals(objection))) {
            return;
        }
        requirePublic(act);
        if (content.isBlank() || content.strip().length() > LONGEST_TEXT) {
            throw new ActRefused("content", "objection-missing", LONGEST_TEXT);
        }
        if (on == null || on.isAfter(today()) || on.isBefore(Objects.requireNonNull(act.getPublicFrom()))) {
            throw new ActRefused("raisedOn", "objection-day");
        }
        var name = by.strip();
        found.object(
                act,
                objection,
                on,
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                content.strip(),
                by(actor));
        save(found, template);
        warn(jurisdiction);
    }

    @PreAuthorize(MAY_ACT)
    public void answer(Jurisdiction jurisdiction, Actor actor, CaseId id, UUID actId, UUID objectionId, String answer) {
        var found = find(jurisdiction, id);
        var act = found.act(actId).orElseThrow(() -> new CaseNotFound(actId));
        var template = templates.find(found.getTemplateId()).template();
        requireMove(jurisdiction, found, template.step(act.getStep()).level());
        requirePublic(act);
        var objection = act.getObjections().stream()
                .filter(known -> known.getId().equals(objectionId))
                .findFirst()
                .orElseThrow(() -> new CaseNotFound(objectionId));
        if (!objection.isOpen()) {
            throw new StepActedMeanwhile(template.step(act.getStep()).title());
        }
        if (answer.isBlank() || answer.strip().length() > LONGEST_TEXT) {
            throw new ActRefused("answer", "answer-missing", LONGEST_TEXT);
        }
        found.answer(act, objection, today(), answer.strip(), by(actor));
        save(found, template);
        warn(jurisdiction);
    }

    /** Ends a step's time in public: not before it is over, nor while an objection is not answered. */
    @PreAuthorize(MAY_ACT)
    public void close(Jurisdiction jurisdiction, Actor actor, CaseId id, UUID actId, @Nullable LocalDate on) {
        var found = find(jurisdiction, id);
        var act = found.act(actId).orElseThrow(() -> new CaseNotFound(actId));
        var template = templates.find(found.getTemplateId()).template();
        var step = template.step(act.getStep());
        requireMove(jurisdiction, found, step.level());
        requirePublic(act);
        var workingDays = calendar.workingDays();
        var publicity = Objects.requireNonNull(step.publicity());
        var until = publicity.until(Objects.requireNonNull(act.getPublicFrom()), workingDays);
        if (on == null || on.isAfter(today())) {
            throw new ActRefused("closedOn", on == null ? "day-missing" : "day-future");
        }
        if (on.isBefore(until)) {
            throw new ActRefused(
                    "closedOn",
                    "public-too-short",
                    until.toString(),
                    publicity.basis().source() + publicity.basis().text());
        }
        if (act.getObjections().stream().anyMatch(objection -> objection.isOpen())) {
            throw new ActRefused("closedOn", "objection-open");
        }
        if (act.getObjections().stream()
                .anyMatch(objection -> objection.getRaisedOn().isAfter(on))) {
            throw new ActRefused("closedOn", "objection-later");
        }
        found.close(template, act, on, workingDays, by(actor));
        save(found, template);
        warn(jurisdiction);
    }

    /** Takes back what was entered about a step; it stays readable, and the step is open again. */
    @PreAuthorize(MAY_ACT)
    public void withdraw(Jurisdiction jurisdiction, Actor actor, CaseId id, UUID actId, String reason) {
        var found = find(jurisdiction, id);
        var act = found.act(actId).orElseThrow(() -> new CaseNotFound(actId));
        var template = templates.find(found.getTemplateId()).template();
        var step = template.step(act.getStep());
        requireMove(jurisdiction, found, levelOf(step, act));
        requireReason("withdrawalReason", reason);
        found.withdraw(template, act, reason.strip(), by(actor));
        steps.release(actId, OffsetDateTime.now(clock));
        save(found, template);
        warn(jurisdiction);
    }

    private static ActorLevel levelOf(Step step, ProcedureAct act) {
        var waivedBy = step.waivedBy();
        return act.fact().kind() == StepAct.Kind.WAIVED && waivedBy != null ? waivedBy : step.level();
    }

    /** Ends a case that nobody goes on with. */
    @PreAuthorize(MAY_ACT)
    public void abandon(Jurisdiction jurisdiction, Actor actor, CaseId id, long version, String reason) {
        var found = find(jurisdiction, id);
        var template = templates.find(found.getTemplateId()).template();
        requireMove(jurisdiction, found, template.startedBy());
        found.requireOpen();
        if (!Objects.equals(found.getVersion(), version)) {
            throw new StepActedMeanwhile(template.title());
        }
        requireReason("abandonReason", reason);
        found.abandon(reason.strip(), today(), by(actor));
        save(found, template);
        warn(jurisdiction);
    }

    /** Brings the times of open cases in line with the calendar, which changes once a year. */
    void recompute(Jurisdiction jurisdiction) {
        cases.findAll(
                        jurisdiction,
                        (root, query, cb) -> cb.equal(root.get("state"), CaseState.OPEN),
                        Pageable.unpaged())
                .forEach(
                        open -> write(open, templates.find(open.getTemplateId()).template()));
    }

    private ProcedureCase find(Jurisdiction jurisdiction, CaseId id) {
        one(id);
        return cases.findById(id, jurisdiction).orElseThrow(() -> new CaseNotFound(id));
    }

    private ProcedureCase save(ProcedureCase changed, ProcedureTemplate template) {
        var saved = cases.saveAndFlush(changed);
        write(saved, template);
        return saved;
    }

    /** The warnings about the account's own steps follow at once. */
    private void warn(Jurisdiction jurisdiction) {
        sweep.sweepNow(ProcedureOverdueRule.CODE, jurisdiction, today());
    }

    private void write(ProcedureCase saved, ProcedureTemplate template) {
        steps.write(
                saved.getId(),
                saved.placeCode(),
                template,
                saved.timeLine(template, calendar.workingDays()),
                saved.getState() == CaseState.ABANDONED);
    }

    /** Requests about one case run one after the other, so that the second sees the first. */
    private void one(CaseId id) {
        database.sql("select pg_advisory_xact_lock(:key)")
                .param("key", id.value().getMostSignificantBits())
                .query()
                .singleRow();
    }

    private static void requireMove(Jurisdiction jurisdiction, ProcedureCase found, ActorLevel level) {
        if (!isMove(jurisdiction, level, found.placeCode())) {
            throw new ActRefused(null, "not-yours");
        }
    }

    /** Whether the account of the jurisdiction moves at this level in a case of the place. */
    public static boolean isMove(Jurisdiction jurisdiction, ActorLevel level, PlaceCode place) {
        return Jurisdiction.within(level.over(place)).equals(jurisdiction);
    }

    /** Nobody above approves what concerns himself. */
    private static void requireNotOneself(ProcedureCase found, Step step, Actor actor) {
        if (step.level() != ActorLevel.VILLAGE
                && found.getSubjectKind() == SubjectKind.PERSON
                && found.getSubjectName().equals(actor.holder())) {
            throw new ActRefused(null, "oneself", actor.holder());
        }
    }

    private static void requirePublic(ProcedureAct act) {
        if (!act.isPublic()) {
            throw new ActRefused(null, "not-public");
        }
    }

    private static void requireReason(String field, String reason) {
        if (reason.isBlank() || reason.strip().length() > LONGEST_TEXT) {
            throw new ActRefused(field, "reason-missing", LONGEST_TEXT);
        }
    }

    private static Problem refusal(String field, String key, Object... arguments) {
        return Problem.of(field, "core.procedure.refused." + key, arguments);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Recorded by(Actor actor) {
        return Recorded.by(actor, clock.instant());
    }
}

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
import io.qiangcun.core.people.PeopleQueries;
import io.qiangcun.core.people.PersonBrief;
import io.qiangcun.core.people.PersonId;
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
import java.util.Map;
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
    private final FieldSources sources;
    private final StepConsequences consequences;
    private final PersonFields persons;
    private final PeopleQueries people;
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
            FieldSources sources,
            StepConsequences consequences,
            PersonFields persons,
            PeopleQueries people,
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
        this.sources = sources;
        this.consequences = consequences;
        this.persons = persons;
        this.people = people;
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
        requireTurnedOn(command.code(), command.place());
        var started = begin(jurisdiction, actor, command, null);
        warn(jurisdiction);
        return started.getId();
    }

    /**
     * Starts a case that does another once more: because that one ended without its result, is out of date, or rests on
     * what has changed. Where it was still under way, it is given up for this one.
     */
    @PreAuthorize(MAY_ACT)
    public CaseId startAgain(Jurisdiction jurisdiction, Actor actor, StartAgain command) {
        var before = find(jurisdiction, command.follows());
        var twin = cases.findById(command.caseId(), jurisdiction);
        if (twin.isPresent()) {
            return twin.get().getId();
        }
        var template = templates.find(before.getTemplateId()).template();
        requireMove(jurisdiction, before, template.startedBy());
        var problems = problems(before, template, command);
        if (!problems.isEmpty()) {
            throw new ActRefused(problems);
        }
        if (before.getState() == CaseState.OPEN) {
            before.abandon(Objects.requireNonNull(template.again()).title(), today(), by(actor));
            save(before, template);
        }
        var start = new StartCase(
                command.caseId(),
                before.getTemplateCode(),
                before.placeCode(),
                before.getSubjectId(),
                before.getSubjectName(),
                command.startedOn());
        requireTurnedOn(start.code(), start.place());
        var started = begin(jurisdiction, actor, start, command);
        warn(jurisdiction);
        return started.getId();
    }

    private List<Problem> problems(ProcedureCase before, ProcedureTemplate template, StartAgain command) {
        var problems = new ArrayList<Problem>();
        var again = template.again();
        var reason = command.reason();
        var note = command.note().strip();
        if (again == null) {
            problems.add(refusal(null, "again-never", template.title()));
        } else if (isFollowed(before)) {
            problems.add(refusal(null, "again-before"));
        } else if (reason == null) {
            problems.add(refusal("reason", "again-reason-missing"));
        } else if (!again.reasons(before.getState(), before.timeLine(template, calendar.workingDays()), today())
                .contains(reason)) {
            problems.add(refusal(
                    "reason",
                    "again-reason",
                    again.basis().source() + again.basis().text()));
        }
        if (note.length() > LONGEST_TEXT || reason == Again.Reason.CHANGED && note.isEmpty()) {
            problems.add(refusal("note", "again-note", LONGEST_TEXT));
        }
        var on = command.startedOn();
        if (on != null && on.isBefore(before.getStartedOn())) {
            problems.add(refusal("startedOn", "again-day", before.getStartedOn().toString()));
        }
        return problems;
    }

    private boolean isFollowed(ProcedureCase before) {
        return database.sql("select exists (select from procedure_case where follows = :id and state <> 'ABANDONED')")
                .param("id", before.getId().value())
                .query(Boolean.class)
                .single();
    }

    /** Starts the same procedure for many; all or, where one cannot be, none. */
    @PreAuthorize(MAY_ACT)
    public List<CaseId> startAll(Jurisdiction jurisdiction, Actor actor, List<StartCase> commands) {
        return commands.stream()
                .map(command -> start(jurisdiction, actor, command))
                .toList();
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
        var edition = templates
                .inForce(past.start().code(), place)
                .orElseThrow(() -> new ProcedureNotFound(past.start().code()));
        var starter = edition.template().startedBy().over(place);
        var again = past.again();
        if (again != null) {
            var problems = problems(find(jurisdiction, again.follows()), edition.template(), again);
            if (!problems.isEmpty()) {
                throw new ActRefused(problems);
            }
        }
        var entered = begin(Jurisdiction.within(starter), actor, past.start(), again);
        var template = templates.find(entered.getTemplateId()).template();
        for (var act : past.acts()) {
            var step = template.step(act.step().step());
            move(entered, template, step, new FieldSources.Answered(act.step(), List.of()), null, actor);
            if (act.closedOn() != null) {
                var taken = entered.act(act.step().act()).orElseThrow();
                entered.close(template, taken, act.closedOn(), calendar.workingDays(), by(actor));
                follow(entered, template, taken, actor);
            }
        }
        return save(entered, template).getId();
    }

    /** What was kept on paper before may still be entered. */
    private void requireTurnedOn(String code, PlaceCode place) {
        templates
                .inForce(code, place)
                .map(TemplateEdition::template)
                .filter(templates::isOff)
                .ifPresent(off -> {
                    throw new ActRefused(null, "turned-off");
                });
    }

    private ProcedureCase begin(Jurisdiction jurisdiction, Actor actor, StartCase command, @Nullable StartAgain again) {
        var place = places.require(command.place(), jurisdiction).code();
        var edition = templates.inForce(command.code(), place).orElseThrow(() -> new ProcedureNotFound(command.code()));
        var template = edition.template();
        if (!mayStart(jurisdiction, template, place)) {
            throw new ActRefused(null, "not-yours");
        }
        var subject = subject(jurisdiction, command, template);
        var problems = problems(command, template, subject);
        if (!problems.isEmpty()) {
            throw new ActRefused(problems);
        }
        var started = new ProcedureCase(
                command.caseId(),
                place,
                edition.id(),
                template,
                subject == null ? null : subject.id().value(),
                subject == null ? command.subjectName().strip() : subject.name(),
                Objects.requireNonNull(command.startedOn()),
                actor.unit(),
                again,
                by(actor));
        return save(started, template);
    }

    private @Nullable PersonBrief subject(Jurisdiction jurisdiction, StartCase command, ProcedureTemplate template) {
        var id = command.subject();
        return template.subject() != SubjectKind.PERSON || id == null
                ? null
                : people.briefs(jurisdiction, List.of(new PersonId(id))).stream()
                        .findFirst()
                        .orElse(null);
    }

    /** Whether the account of the jurisdiction starts such cases at the place. */
    public static boolean mayStart(Jurisdiction jurisdiction, ProcedureTemplate template, PlaceCode place) {
        return template.isFor(place.kind())
                && (template.startedBy() == ActorLevel.COUNTY || place.kind().digits() > PlaceKind.COUNTY.digits())
                && Jurisdiction.within(template.startedBy().over(place)).equals(jurisdiction);
    }

    private List<Problem> problems(StartCase command, ProcedureTemplate template, @Nullable PersonBrief subject) {
        var problems = new ArrayList<Problem>();
        var name = command.subjectName().strip();
        if (template.subject() == SubjectKind.MATTER && (name.isEmpty() || name.length() > LONGEST_NAME)) {
            problems.add(refusal("subjectName", "subject-missing", LONGEST_NAME));
        }
        var on = command.startedOn();
        if (on == null) {
            problems.add(refusal("startedOn", "day-missing"));
        } else if (on.isAfter(today())) {
            problems.add(refusal("startedOn", "day-future"));
        }
        if (template.subject() == SubjectKind.PERSON) {
            if (subject == null) {
                problems.add(refusal("subject", "person-missing"));
            } else if (!subject.here()) {
                problems.add(refusal("subject", "person-gone", subject.name()));
            } else if (isUnderWay(template, subject)) {
                problems.add(refusal("subject", "under-way", subject.name()));
            }
        }
        return problems;
    }

    private boolean isUnderWay(ProcedureTemplate template, PersonBrief subject) {
        return database.sql("""
            select exists (
              select from procedure_case where state = 'OPEN' and template_code = :code and subject_id = :subject)
            """)
                .param("code", template.code())
                .param("subject", subject.id().value())
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
        requireNotOneself(jurisdiction, found, step, command, actor);
        if (found.actsOn(step.code()) != command.seen()) {
            throw new StepActedMeanwhile(step.title());
        }
        var answered = answered(found, step, command);
        move(found, template, step, answered, confirmPlace(found, step, command), actor);
        save(found, template);
        if (!uploads.isEmpty()) {
            var known = step.secret() ? step.level().over(found.placeCode()) : found.placeCode();
            attachments.attach(jurisdiction, actor, new AttachmentOwner(ATTACHMENTS, command.act(), known), uploads);
        }
        warn(jurisdiction);
    }

    private void move(
            ProcedureCase found,
            ProcedureTemplate template,
            Step step,
            FieldSources.Answered answered,
            @Nullable PlaceCode confirmPlace,
            Actor actor) {
        var command = answered.command();
        var workingDays = calendar.workingDays();
        var line = found.timeLine(template, workingDays).line(step.code());
        if (found.getState() != CaseState.OPEN || line.state() != StepState.OPEN) {
            throw new StepActedMeanwhile(step.title());
        }
        var check = check(found, template, line, command, workingDays);
        var problems = new ArrayList<>(answered.explained(check.problems(command)));
        if (problems.isEmpty()) {
            problems.addAll(persons.problems(step, found.placeCode(), command, found.getSubjectId()));
            problems.addAll(guards.problems(step, attempt(found, command)));
            problems.addAll(unconfirmed(found, template, step));
        }
        if (!problems.isEmpty()) {
            throw new ActRefused(problems);
        }
        var named = persons.withNames(step, found.placeCode(), command);
        found.take(template, named, check, workingDays, confirmPlace, by(actor));
        cases.saveAndFlush(found);
        var evidence = Evidence.of(step, step.outcome(command.outcome()), command.evidence());
        var taken = steps.reserve(found, step, command, evidence);
        if (!taken.isEmpty()) {
            throw new ActRefused(taken);
        }
        var act = found.act(command.act()).orElseThrow();
        if (act.getPublicFrom() == null) {
            follow(found, template, act, actor);
        }
    }

    /** What was on paper before stays as it was there; only who acts now hears what the records say. */
    private FieldSources.Answered answered(ProcedureCase found, Step step, TakeStep command) {
        return command.on() == null
                ? new FieldSources.Answered(command, List.of())
                : sources.answer(step, command, attempt(found, command));
    }

    /** What follows elsewhere is not to rest on what nobody above has agreed to. */
    private static List<Problem> unconfirmed(ProcedureCase found, ProcedureTemplate template, Step step) {
        var last = template.steps().stream().noneMatch(other -> other.after().contains(step.code()));
        return step.consequences().isEmpty() && !last
                ? List.of()
                : found.unconfirmed().stream()
                        .map(act -> refusal(
                                null,
                                "late-unconfirmed",
                                template.step(act.getStep()).title()))
                        .toList();
    }

    /** The place above the one that acts, where the day lies so far back that it has to agree. */
    private @Nullable PlaceCode confirmPlace(ProcedureCase found, Step step, TakeStep command) {
        var on = command.on();
        if (on == null || step.level() == ActorLevel.COUNTY) {
            return null;
        }
        var days = parameters.wholeNumber("core.procedure-confirm-working-days", today());
        var above = step.level() == ActorLevel.VILLAGE ? ActorLevel.TOWNSHIP : ActorLevel.COUNTY;
        var acting = step.level().over(found.placeCode());
        var place = above.over(found.placeCode());
        return on.isBefore(calendar.workingDays().plus(today(), -days)) && !place.equals(acting) ? place : null;
    }

    private void follow(ProcedureCase found, ProcedureTemplate template, ProcedureAct act, Actor actor) {
        var fact = act.fact();
        consequences.follow(
                template.step(fact.step()),
                new StepConsequence.Taken(
                        found.getId(),
                        found.placeCode(),
                        found.getTemplateCode(),
                        fact.step(),
                        fact.outcome(),
                        found.getSubjectId(),
                        found.getSubjectName(),
                        found.getUnit(),
                        fact.on(),
                        fact.evidence(),
                        latest(found),
                        found.timeLine(template, calendar.workingDays()),
                        actor));
    }

    private static Map<String, StepAct> latest(ProcedureCase found) {
        var before = new HashMap<String, StepAct>();
        found.facts().forEach(act -> before.put(act.step(), act));
        return before;
    }

    /** Agrees, for the place above, to what was entered long after it happened. */
    @PreAuthorize(MAY_ACT)
    public void confirm(Jurisdiction jurisdiction, Actor actor, CaseId id, UUID actId) {
        var found = find(jurisdiction, id);
        var act = found.act(actId).orElseThrow(() -> new CaseNotFound(actId));
        var place = act.getConfirmPlace();
        if (place == null || !Jurisdiction.within(place).equals(jurisdiction)) {
            throw new ActRefused(null, "not-yours");
        }
        if (!act.awaitsConfirmation()) {
            return;
        }
        var template = templates.find(found.getTemplateId()).template();
        found.confirm(template, act, by(actor));
        save(found, template);
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
                latest(found));
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
        follow(found, template, act, actor);
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
        if (!step.consequences().isEmpty() && !act.isPublic()) {
            throw new ActRefused("withdrawalReason", "has-consequences");
        }
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
        try {
            var saved = cases.saveAndFlush(changed);
            write(saved, template);
            return saved;
        } catch (DataIntegrityViolationException e) {
            if (String.valueOf(e.getMessage()).contains("procedure_case_subject_once_key")) {
                throw new ActRefused("subject", "under-way", changed.getSubjectName());
            }
            throw new CaseNotFound(changed.getId());
        }
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
                saved.items(template),
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

    /** Nobody above approves what concerns himself, whether the account is known to be his or only bears his name. */
    private void requireNotOneself(
            Jurisdiction jurisdiction, ProcedureCase found, Step step, TakeStep command, Actor actor) {
        if (step.level() == ActorLevel.VILLAGE || found.getSubjectKind() != SubjectKind.PERSON) {
            return;
        }
        var name = found.getSubjectName();
        if (name.equals(actor.holder())
                || people.personOf(jurisdiction, actor)
                        .filter(person -> person.value().equals(found.getSubjectId()))
                        .isPresent()) {
            throw new ActRefused(null, "oneself", name);
        }
        step.fields().stream()
                .filter(field -> field.kind() == EvidenceField.Kind.PERSON_NAME)
                .filter(field -> name.equals(
                        command.evidence().getOrDefault(field.code(), "").strip()))
                .findFirst()
                .ifPresent(field -> {
                    throw new ActRefused("evidence[" + field.code() + "]", "person-is-subject", field.label());
                });
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

    private static Problem refusal(@Nullable String field, String key, Object... arguments) {
        return Problem.of(field, "core.procedure.refused." + key, arguments);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Recorded by(Actor actor) {
        return Recorded.by(actor, clock.instant());
    }
}

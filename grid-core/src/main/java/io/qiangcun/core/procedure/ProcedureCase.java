package io.qiangcun.core.procedure;

import io.qiangcun.core.account.Recorded;
import io.qiangcun.core.calendar.WorkingDays;
import io.qiangcun.core.domain.AuditedAggregate;
import io.qiangcun.core.place.PlaceBound;
import io.qiangcun.core.place.PlaceCode;
import io.qiangcun.core.procedure.ProcedureTemplate.SubjectKind;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One matter going through a procedure. It keeps its acts; where it stands is computed from them. */
@Entity
@Table(name = "procedure_case")
class ProcedureCase extends AuditedAggregate<ProcedureCase> implements PlaceBound {

    @EmbeddedId
    private CaseId id;

    @Embedded
    private PlaceCode place;

    private UUID templateId;

    private String templateCode;

    @Enumerated(EnumType.STRING)
    private SubjectKind subjectKind;

    private @Nullable UUID subjectId;

    private String subjectName;

    private LocalDate startedOn;

    /** The organisation for which it was started, where it was for one. */
    private @Nullable UUID unit;

    /** The case that this one does once more, and why. */
    private @Nullable UUID follows;

    @Enumerated(EnumType.STRING)
    private Again.@Nullable Reason againReason;

    private String againNote;

    @Embedded
    private Recorded recorded;

    @Enumerated(EnumType.STRING)
    private CaseState state;

    private String result;

    /** Grows with everything that happens, so that the version does. */
    private int moves;

    private @Nullable LocalDate endedOn;

    @Embedded
    @AttributeOverride(name = "at", column = @Column(name = "ended_at"))
    @AttributeOverride(name = "post", column = @Column(name = "ended_by"))
    @AttributeOverride(name = "person", column = @Column(name = "ended_by_person"))
    private @Nullable Recorded ended;

    @OneToMany(
            mappedBy = "owner",
            cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    @OrderBy("number")
    private List<ProcedureAct> acts = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected ProcedureCase() {}

    ProcedureCase(
            CaseId id,
            PlaceCode place,
            TemplateId templateId,
            ProcedureTemplate template,
            @Nullable UUID subjectId,
            String subjectName,
            LocalDate startedOn,
            @Nullable UUID unit,
            @Nullable StartAgain again,
            Recorded recorded) {
        this.id = id;
        this.place = place;
        this.templateId = templateId.value();
        this.templateCode = template.code();
        this.subjectKind = template.subject();
        this.subjectId = subjectId;
        this.subjectName = subjectName;
        this.startedOn = startedOn;
        this.unit = unit;
        this.follows = again == null ? null : again.follows().value();
        this.againReason = again == null ? null : again.reason();
        this.againNote = again == null ? "" : again.note().strip();
        this.recorded = recorded;
        this.state = CaseState.OPEN;
        this.result = "";
        moves++;
        registerEvent(new CaseStarted(id, templateCode, subjectName, again == null ? null : again.follows(), place));
    }

    TimeLine timeLine(ProcedureTemplate template, WorkingDays calendar) {
        return TimeLine.of(template, startedOn, facts(), calendar);
    }

    /** What stands, in the order in which it was entered. */
    List<StepAct> facts() {
        return acts.stream()
                .filter(ProcedureAct::stands)
                .map(ProcedureAct::fact)
                .toList();
    }

    /** Takes a step that was checked. */
    void take(
            ProcedureTemplate template,
            TakeStep command,
            ActCheck check,
            WorkingDays calendar,
            @Nullable PlaceCode confirmPlace,
            Recorded by) {
        moves++;
        var problems = check.problems(command);
        if (!problems.isEmpty()) {
            throw new ActRefused(problems);
        }
        var before = timeLine(template, calendar);
        var step = template.step(command.step());
        var outcome = step.outcome(command.outcome());
        var on = Objects.requireNonNull(command.on());
        var publicFrom = step.isPublic(outcome) ? Objects.requireNonNullElse(command.publicFrom(), on) : null;
        acts.add(new ProcedureAct(
                this,
                acts.size() + 1,
                command,
                on,
                Evidence.of(step, outcome, command.evidence()),
                check.rules(),
                check.passed(command),
                publicFrom,
                confirmPlace,
                by));
        registerEvent(new StepTaken(
                id,
                templateCode,
                step.code(),
                outcome.code(),
                on,
                !command.lateReason().isBlank(),
                knownAt(step)));
        settle(before, timeLine(template, calendar), by);
    }

    void waive(
            ProcedureTemplate template,
            UUID act,
            Step step,
            LocalDate on,
            String reason,
            WorkingDays calendar,
            Recorded by) {
        moves++;
        var before = timeLine(template, calendar);
        acts.add(new ProcedureAct(act, this, acts.size() + 1, step.code(), on, reason, by));
        registerEvent(new StepWaived(id, templateCode, step.code(), reason, knownAt(step)));
        settle(before, timeLine(template, calendar), by);
    }

    void object(ProcedureAct act, UUID objection, LocalDate on, String by, String content, Recorded at) {
        moves++;
        act.raise(objection, on, by, content, at);
        registerEvent(new ObjectionRaised(id, templateCode, act.getStep(), objection, place));
    }

    void answer(ProcedureAct act, Objection objection, LocalDate on, String answer, Recorded by) {
        moves++;
        objection.answer(on, answer, by);
        registerEvent(new ObjectionAnswered(id, templateCode, act.getStep(), objection.getId(), place));
    }

    void close(ProcedureTemplate template, ProcedureAct act, LocalDate on, WorkingDays calendar, Recorded by) {
        moves++;
        var before = timeLine(template, calendar);
        act.close(on, by);
        registerEvent(new PublicityClosed(id, templateCode, act.getStep(), on, place));
        settle(before, timeLine(template, calendar), by);
    }

    /** Opens the step again; what was entered stays readable. */
    void withdraw(ProcedureTemplate template, ProcedureAct act, String reason, Recorded by) {
        moves++;
        if (!act.stands() || state == CaseState.ABANDONED) {
            throw new ActRefused("withdrawalReason", "withdrawn-before");
        }
        acts.stream()
                .filter(later -> later.stands() && later.getNumber() > act.getNumber())
                .filter(later -> later.getStep().equals(act.getStep())
                        || template.before(later.getStep()).contains(act.getStep()))
                .findFirst()
                .ifPresent(later -> {
                    throw new ActRefused(
                            "withdrawalReason",
                            "later-step-done",
                            template.step(later.getStep()).title());
                });
        act.withdraw(reason, by);
        state = CaseState.OPEN;
        result = "";
        endedOn = null;
        ended = null;
        registerEvent(new ActWithdrawn(id, templateCode, act.getStep(), reason, knownAt(template.step(act.getStep()))));
    }

    /** The place above agrees to what was entered so late. */
    void confirm(ProcedureTemplate template, ProcedureAct act, Recorded by) {
        moves++;
        act.confirm(by);
        registerEvent(new LateActConfirmed(
                id, templateCode, act.getStep(), act.getId(), knownAt(template.step(act.getStep()))));
    }

    /** The first of the acts before a step to which the place above has yet to agree. */
    Optional<ProcedureAct> unconfirmed() {
        return acts.stream().filter(ProcedureAct::awaitsConfirmation).findFirst();
    }

    /** The trail of what only those above may know belongs to them. */
    private PlaceCode knownAt(Step step) {
        return step.secret() ? step.level().over(place) : place;
    }

    void abandon(String reason, LocalDate on, Recorded by) {
        moves++;
        requireOpen();
        state = CaseState.ABANDONED;
        result = reason;
        endedOn = on;
        ended = by;
        registerEvent(new CaseAbandoned(id, templateCode, reason, place));
    }

    void requireOpen() {
        if (state != CaseState.OPEN) {
            throw new ActRefused(null, "case-ended");
        }
    }

    private void settle(TimeLine before, TimeLine after, Recorded by) {
        after.steps().stream()
                .filter(line -> line.state() == StepState.DONE || line.state() == StepState.WAIVED)
                .filter(line -> !before.line(line.step().code()).state().isSettled())
                .forEach(line -> registerEvent(new StepDone(
                        id,
                        templateCode,
                        line.step().code(),
                        subjectKind,
                        subjectId,
                        subjectName,
                        Objects.requireNonNull(line.doneOn()),
                        knownAt(line.step()))));
        var ending = after.ending();
        if (ending != null) {
            state = ending.result() == null ? CaseState.DONE : CaseState.ENDED;
            result = ending.result() == null ? "" : ending.result();
            endedOn = ending.on();
            ended = by;
            registerEvent(new CaseEnded(id, templateCode, state, result, ending.on(), place));
        }
    }

    Optional<ProcedureAct> act(UUID act) {
        return acts.stream().filter(known -> known.getId().equals(act)).findFirst();
    }

    /** How many acts a step ever had; a form that counts fewer is behind. */
    int actsOn(String step) {
        return Math.toIntExact(
                acts.stream().filter(act -> act.getStep().equals(step)).count());
    }

    @Override
    public PlaceCode placeCode() {
        return place;
    }

    CaseId getId() {
        return id;
    }

    TemplateId getTemplateId() {
        return new TemplateId(templateId);
    }

    String getTemplateCode() {
        return templateCode;
    }

    SubjectKind getSubjectKind() {
        return subjectKind;
    }

    @Nullable
    UUID getSubjectId() {
        return subjectId;
    }

    String getSubjectName() {
        return subjectName;
    }

    @Nullable
    UUID getUnit() {
        return unit;
    }

    @Nullable
    UUID getFollows() {
        return follows;
    }

    LocalDate getStartedOn() {
        return startedOn;
    }

    CaseState getState() {
        return state;
    }

    CaseHead head(String title, String placeName) {
        return new CaseHead(
                id,
                place,
                placeName,
                templateCode,
                title,
                subjectKind,
                subjectId,
                subjectName,
                startedOn,
                recorded,
                state,
                result,
                endedOn,
                ended,
                follows == null ? null : new CaseId(follows),
                againReason,
                againNote,
                Objects.requireNonNullElse(getVersion(), 0L));
    }

    ItemBook items(ProcedureTemplate template) {
        return ItemBook.of(template, facts());
    }

    List<ActView> actViews() {
        return acts.stream().map(ProcedureAct::view).toList();
    }
}
